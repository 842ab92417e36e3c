import { type Message, message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import { href, pageUrl, src } from './addresses';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import { isAsWritten, isField, isInputMasked, maskingKey, writesValue } from './inputs';
import { absent, attributePlain, masked, plain, unknown } from './judgements';
import type { Place } from './place';
import { isSlimMeta } from './slim-dom';

/** What becomes of one value at a place of the page, by the rules of a snapshot. */
export function capture(
  place: Place,
  dialect: Dialect,
  channel: Channel,
  attribute = '',
): Judgement {
  if (channel === 'page-url') return pageUrl(dialect, attribute);
  if (channel === 'console') return dialect.console();
  if (channel === 'resource-url') return dialect.resourceUrl();
  return (
    leftOut(place, dialect, channel) ??
    afterAttributeOptions(byChannel(place, dialect, channel, attribute), dialect, channel)
  );
}

function byChannel(place: Place, dialect: Dialect, channel: Channel, attribute: string): Judgement {
  switch (channel) {
    case 'text':
    case 'option-text':
      return text(place, dialect);
    case 'document-title':
      return documentTitle(place, dialect);
    case 'value':
      return value(place, dialect);
    case 'file-name':
      return value(place, dialect);
    case 'value-attribute':
      return valueAttribute(place, dialect);
    case 'option-value':
      return place.view && isField(place.view)
        ? valueAttribute(place, dialect)
        : attributePlain(place, dialect, 'value');
    case 'comment':
      return comment(dialect);
    case 'clicked-text':
      return dialect.clickedText(place.view);
    case 'meta':
      return meta(place, dialect);
    case 'src':
      return src(place, dialect, attribute);
    case 'href':
      return href(place, dialect);
    case 'label-attribute':
      return attributePlain(place, dialect, 'label');
    case 'aria':
    case 'data':
      return attributePlain(place, dialect, attribute || `${channel}-*`);
    default:
      return attributePlain(place, dialect, attribute || channel);
  }
}

/** What the snapshot never holds: closed roots, levels that are too deep, blocked elements. */
function leftOut(place: Place, dialect: Dialect, channel: Channel): Judgement | null {
  const { name, maxDepth } = dialect;
  if (place.closed) return absent(message('recorder.because.closedRoot', name));
  if (maxDepth !== null && isTooDeep(place, channel, maxDepth)) {
    return absent(message('recorder.because.tooDeep', name, maxDepth));
  }
  if (place.blockedAbove === true) {
    return absent(message('recorder.because.blockedAbove', name, place.blockedBy));
  }
  if (place.blockedHere === true && channel !== 'class') {
    return absent(message('recorder.because.blocked', name, place.blockedBy));
  }
  if (place.blockedAbove === null || (place.blockedHere === null && channel !== 'class')) {
    return unknown(message('recorder.because.optionUnread', name, place.blockedBy), null);
  }
  return null;
}

/** Text and comments are nodes of their own, one level below their element. */
function isTooDeep(place: Place, channel: Channel, maxDepth: number): boolean {
  const below = channel === 'text' || channel === 'option-text' || channel === 'comment';
  return place.depth + (below ? 1 : 0) >= maxDepth;
}

function text(place: Place, dialect: Dialect): Judgement {
  const { name, options } = dialect;
  const { view } = place;
  if (view?.tag === 'script') {
    return dialect.recordsJsonLd
      ? unknown(message('recorder.because.jsonLd', name), null)
      : absent(message('recorder.because.script', name));
  }
  if (view?.tag === 'style') {
    return plain(message('recorder.because.styleText', name), fixes.remove('remove from CSS'));
  }
  if (
    view?.tag === 'textarea' &&
    (writesValue(view, dialect) || view.attribute('value') !== null)
  ) {
    return absent(message('recorder.because.textareaReplaced', name));
  }
  if (place.masked === null || (place.masked && options.maskTextFn)) {
    const decider = place.masked === null ? place.maskedBy : 'maskTextFn';
    return unknown(message('recorder.because.optionUnread', name, decider), null);
  }
  if (place.masked) {
    return view && !place.inRoot && dialect.unmasks?.(view)
      ? plain(message('recorder.because.unmaskedHere', name), fixes.block(dialect))
      : masked(message('recorder.because.textMasked', name, place.maskedBy));
  }
  const reached = view?.hasLightChildren !== false;
  const mend = reached ? fixes.maskText(dialect) : fixes.wrapText(dialect);
  return plain(textPlainBecause(place, name), mend ?? fixes.block(dialect));
}

function textPlainBecause(place: Place, name: string): Message {
  if (place.idleMask) return message('recorder.because.idleMask', name);
  if (place.invalid) return message('recorder.because.invalidSelector', name, place.invalid);
  return message('recorder.because.textPlain', name);
}

/** Asked of the title element where it is known, else of the document as a whole. */
function documentTitle(place: Place, dialect: Dialect): Judgement {
  const { maskTextSelector } = dialect.options;
  if (place.view?.tag !== 'title' && place.masked === false) {
    const parts = maskTextSelector?.split(',').map((part) => part.trim()) ?? [];
    const by = parts.find((part) => ['*', 'html', 'head', 'title', 'head > title'].includes(part));
    if (by) return text({ ...place, masked: true, maskedBy: by }, dialect);
    if (maskTextSelector === 'unknown-selector')
      return text({ ...place, masked: null, maskedBy: 'maskTextSelector' }, dialect);
  }
  const judgement = text(place, dialect);
  return judgement.capture === 'plain'
    ? { ...judgement, fix: fixes.maskTitle(dialect) ?? judgement.fix }
    : judgement;
}

/** The value that a field holds, or will hold once somebody fills it in. */
function value(place: Place, dialect: Dialect): Judgement {
  const { name, options } = dialect;
  const { view } = place;
  if (!view || !isField(view)) {
    return view?.attribute('value') != null
      ? attributePlain(place, dialect, 'value')
      : absent(message('recorder.because.noValue', name));
  }
  if (isAsWritten(view)) {
    return view.attribute('value') === null
      ? absent(message('recorder.because.noValue', name))
      : plain(message('recorder.because.asWritten', name), fixes.block(dialect));
  }
  const key = maskingKey(view);
  switch (isInputMasked(view, dialect)) {
    case true:
      return dialect.unmasks?.(view)
        ? plain(message('recorder.because.unmaskedHere', name), fixes.block(dialect))
        : masked(message('recorder.because.valueMasked', name, key));
    case null:
      return unknown(
        message(
          'recorder.because.optionUnread',
          name,
          options.maskInputs ? 'maskInputFn' : 'maskInputOptions',
        ),
        null,
      );
    default: {
      const ignored = options.ignoreClassName !== null && view.hasClass(options.ignoreClassName);
      const fix = fixes.maskInput(dialect, place, key);
      if (!ignored) return plain(message('recorder.because.valuePlain', name, key), fix);
      const because = message(
        'recorder.because.ignoreIsNotMask',
        name,
        options.ignoreClassName ?? '',
      );
      return { ...plain(because, fix), trap: 'ignore-is-not-mask' };
    }
  }
}

/** The `value` attribute as written in the markup: it stays unless the field's value replaces it. */
function valueAttribute(place: Place, dialect: Dialect): Judgement {
  const { view } = place;
  const { name } = dialect;
  if (!view || !isField(view)) return attributePlain(place, dialect, 'value');
  if (!writesValue(view, dialect)) {
    const because = isAsWritten(view) ? 'asWritten' : 'attributeOfEmpty';
    return plain(message(`recorder.because.${because}`, name), fixes.block(dialect));
  }
  // Nothing is selected, so the attribute gives way to an empty value.
  if (view.valueIsEmpty) return absent(message('recorder.because.attributeReplaced', name));
  const held = value(place, dialect);
  if (held.capture !== 'plain') return held;
  return view.valueIsAttribute === false && !dialect.options.maskAllElementAttributes
    ? absent(message('recorder.because.attributeReplaced', name))
    : held;
}

function comment(dialect: Dialect): Judgement {
  const { name, options } = dialect;
  return options.slimDom.comment
    ? absent(message('recorder.because.slimDom', name))
    : plain(message('recorder.because.comment', name), fixes.dropComments(dialect));
}

function meta(place: Place, dialect: Dialect): Judgement {
  return isSlimMeta(place, dialect.options.slimDom)
    ? absent(message('recorder.because.slimDom', dialect.name))
    : attributePlain(place, dialect, 'content');
}

/** Options that rewrite every attribute, the recorded value included, after all other rules. */
function afterAttributeOptions(
  judgement: Judgement,
  { name, options }: Dialect,
  channel: Channel,
): Judgement {
  if (NOT_ATTRIBUTES.has(channel) || judgement.capture === 'absent') return judgement;
  if (options.maskAllElementAttributes) {
    return masked(message('recorder.because.allAttributesMasked', name));
  }
  return options.maskAttributeFn
    ? unknown(message('recorder.because.optionUnread', name, 'maskAttributeFn'), null)
    : judgement;
}

const NOT_ATTRIBUTES: ReadonlySet<Channel> = new Set([
  'text',
  'option-text',
  'document-title',
  'comment',
  'page-url',
  'clicked-text',
]);
