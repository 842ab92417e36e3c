import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import { masked, plain, unknown } from '../judgements';
import type { Dialect } from '../rrweb/dialect';
import * as fixes from '../rrweb/fixes';
import type { HighlightOptions } from './options';
import { looksPersonal } from './patterns';
import type { Place } from './place';

/**
 * Text that no mask covers (`serializeTextNode`): scrambled where all text is, or where it looks
 * personal, unless its element is one of a few or carries the mark that opens.
 *
 * @param judged what the rules of rrweb say of it: plain.
 */
export function text(
  place: Place,
  dialect: Dialect,
  { privacy }: HighlightOptions,
  judged: Judgement,
  asked: AskedValue | undefined,
): Judgement {
  const { view, inRoot } = place.base;
  const { name } = dialect;
  const scrambles = place.strict === true || (privacy === 'default' && isPersonal(asked));
  if (!scrambles) {
    return place.strict === null
      ? unknown(message('recorder.because.optionUnread', name, 'maskTextClass'), null)
      : judged;
  }
  if (inRoot || !view) {
    return plain(message('recorder.because.highlight.inRoot', name), fixes.wrapText(dialect));
  }
  if (NEVER.has(view.tag) && !place.isSvg) {
    const mend = view.tag === 'title' ? fixes.maskTitle(dialect) : fixes.wrapText(dialect);
    return plain(message('recorder.because.highlight.neverScrambled', name, view.tag), mend);
  }
  if (view.attribute('data-hl-record')) {
    const because = message('recorder.because.highlight.textOpened', name);
    return plain(because, fixes.maskText(dialect));
  }
  if (place.strict === true && place.strictInside !== true && !isPersonal(asked)) {
    const because = message('recorder.because.maskedOutside', name, 'maskTextClass');
    return unknown(because, fixes.maskText(dialect));
  }
  return masked(
    place.strict === true
      ? message('recorder.because.highlight.textStrict', name)
      : message('recorder.because.highlight.textPersonal', name),
  );
}

const isPersonal = (asked: AskedValue | undefined): boolean =>
  asked !== undefined && looksPersonal(asked.whole);

/** Elements whose own text is never scrambled unless a mask covers it. */
const NEVER: ReadonlySet<string> = new Set([
  'head',
  'title',
  'style',
  'script',
  'html',
  'body',
  'noscript',
]);
