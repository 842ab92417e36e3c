import type { PiiClass } from '../../protocol/pii-classes';
import type { FieldFacts } from '../contract';
import { classifyFields } from './classify';

/** A field with nothing on it but what a test says. */
export function field(facts: Partial<FieldFacts> = {}): FieldFacts {
  const tag = facts.tag ?? 'input';
  return {
    tag,
    type: tag === 'input' ? 'text' : tag,
    name: '',
    id: '',
    className: '',
    autocomplete: '',
    label: '',
    ariaLabel: '',
    placeholder: '',
    title: '',
    nearby: '',
    section: '',
    form: '',
    formKey: 1,
    maxLength: -1,
    minLength: -1,
    pattern: '',
    inputMode: '',
    min: '',
    max: '',
    options: [],
    lang: '',
    visible: true,
    ...facts,
  };
}

/** The classes of a form's fields, in order. */
export const classesOf = (...fields: Partial<FieldFacts>[]): (PiiClass | null)[] =>
  classifyFields(fields.map(field)).map((verdict) => verdict?.pii ?? null);
