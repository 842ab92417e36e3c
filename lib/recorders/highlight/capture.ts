import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { AskedValue, Judgement } from '../contract';
import { absent, masked, plain, unknown } from '../judgements';
import { capture as familyCapture } from '../rrweb/capture';
import type { Dialect } from '../rrweb/dialect';
import * as fixes from '../rrweb/fixes';
import { isField } from '../rrweb/inputs';
import { attributePlain } from '../rrweb/judgements';
import type { Beside } from './beside';
import type { HighlightOptions } from './options';
import type { Place } from './place';
import { text } from './text';

export interface Rules {
  readonly dialect: Dialect;
  readonly options: HighlightOptions;
  readonly beside: Beside;
}

/** What becomes of one value, by the rules of rrweb and by what Highlight's copy of it adds to them. */
export function capture(
  place: Place,
  rules: Rules,
  channel: Channel,
  attribute: string,
  asked: AskedValue | undefined,
): Judgement {
  const { dialect, beside } = rules;
  if (channel === 'console') return beside.console(attribute);
  if (channel === 'resource-url') return beside.resourceUrl();
  if (channel === 'clicked-text') return beside.clickedText(place);
  const judged = familyCapture(place.base, opened(place, dialect), channel, attribute);
  if (channel === 'page-url' || isLeftOut(place)) return judged;
  switch (channel) {
    case 'text':
    case 'option-text':
    case 'document-title':
      return textOf(place, rules, judged, asked);
    case 'comment':
      return { ...judged, fix: fixes.remove('remove the comment') };
    default:
      return attributeOf(place, rules, channel, attribute, judged);
  }
}

const isLeftOut = ({ base }: Place): boolean =>
  base.closed || base.blockedAbove !== false || base.blockedHere !== false;

/** The mark that opens a field, password or not, has to say `true`. */
function opened(place: Place, dialect: Dialect): Dialect {
  const { view } = place.base;
  if (!view || !isField(view) || view.attribute('data-hl-record') !== 'true') return dialect;
  return { ...dialect, options: { ...dialect.options, maskInputs: {} } };
}

function textOf(
  place: Place,
  { dialect, options }: Rules,
  judged: Judgement,
  asked: AskedValue | undefined,
): Judgement {
  const { base } = place;
  const { name } = dialect;
  const isReplaced = judged.capture === 'absent' && base.view?.tag === 'textarea';
  // A masked text area loses its value, so that its default text is looked at after all.
  if (judged.capture === 'masked' || (isReplaced && place.masksItself === true)) {
    return masked(message('recorder.because.highlight.textMasked', name, base.maskedBy));
  }
  if (judged.capture !== 'plain' || base.view?.tag === 'style') return judged;
  return text(place, dialect, options, judged, asked);
}

/** The class keeps a field's value out of snapshots; what is typed or chosen is sent by the table of types alone. */
function typedUnderMask({ base: { view } }: Place, dialect: Dialect, judged: Judgement): Judgement {
  const { name, options } = dialect;
  const isIgnored = options.ignoreClassName !== null && view?.hasClass(options.ignoreClassName);
  const isTyped = view !== null && isField(view) && !BUTTONS.has(view.type.toLowerCase());
  if (judged.capture !== 'plain' || isIgnored || !isTyped) {
    return absent(message('recorder.because.highlight.maskDropsAttributes', name));
  }
  return plain(message('recorder.because.highlight.typedUnderMask', name), judged.fix);
}

/** Nobody types into these, and a click on them changes no value. */
const BUTTONS: ReadonlySet<string> = new Set(['button', 'submit', 'reset', 'image']);

function attributeOf(
  place: Place,
  { dialect, options }: Rules,
  channel: Channel,
  attribute: string,
  judged: Judgement,
): Judgement {
  const { name } = dialect;
  const { view } = place.base;
  if (channel !== 'class' && place.masksItself === true) {
    return channel === 'value' || channel === 'file-name'
      ? typedUnderMask(place, dialect, judged)
      : absent(message('recorder.because.highlight.maskDropsAttributes', name));
  }
  if (channel !== 'class' && place.masksItself === null) {
    return unknown(message('recorder.because.optionUnread', name, 'maskTextClass'), null);
  }
  if (view?.tag === 'iframe' && channel === 'src' && !options.family.recordCrossOriginIframes) {
    return attributePlain(place.base, dialect, attribute || 'src');
  }
  if (judged.capture === 'plain' && view?.attribute('data-hl-record') === 'true' && isField(view)) {
    return plain(message('recorder.because.unmaskedHere', name), fixes.block(dialect));
  }
  return judged;
}
