import type { PiiClass } from '../../../protocol/pii-classes';
import type { Vocabulary } from '../../phrases';

/** What words on a form can mean: a class, a reason against one, or something about the form. */
export type Concept = PiiClass | Veto | Context;

/** Things that look like personal fields and are not. */
export type Veto =
  | 'not.captcha'
  | 'not.coupon'
  | 'not.quantity'
  | 'not.money'
  | 'not.date'
  | 'not.file'
  | 'not.number'
  | 'not.thing';

/** Words that say nothing alone and much together. */
export type Context =
  | 'about.card'
  | 'about.birth'
  | 'part.day'
  | 'part.month'
  | 'part.year'
  | 'part.house'
  | 'part.card';

export type FieldVocabulary = Vocabulary<Concept>;
