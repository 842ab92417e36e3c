import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Border, Judgement, NodeView } from '../contract';
import { masked, plain, unknown } from '../judgements';
import { recorderName } from '../names';
import type { OwnMasks } from '../rrweb/dialect';
import { type Near, nearest } from '../rrweb/nearest';
import { or, type Tri } from '../rrweb/place';
import { isMaskedAtLevel, type Kind } from './levels';
import type { PrivacyOptions } from './options';

/** What is around a place. `closest` ends at a shadow root or frame; rrweb's own flag does not. */
interface Around {
  readonly mark: Near;
  readonly selector: Near;
  readonly unmask: Near;
  /** rrweb hands text of this place to the callback. */
  readonly asked: Tri;
}

const NOTHING = { mark: 'no', selector: 'no', unmask: 'no' } as const;
const NAME = recorderName('amplitude');

/** Amplitude masks with callbacks of its own (`helpers.js` of session-replay-browser, `isMasked`). */
export const amplitudeMasks = (options: PrivacyOptions, block: Fix | null): OwnMasks =>
  masksAt({ ...NOTHING, asked: false }, options, block);

function masksAt(around: Around, options: PrivacyOptions, block: Fix | null): OwnMasks {
  return {
    enter: (view, via) => masksAt(step(around, view, via, options), options, block),
    text: (inRoot) => text(around, options, block, inRoot),
    value: (view, key) =>
      decide(around, options, block, 'input', view) ??
      plain(message('recorder.because.valuePlain', NAME, key), MASK('maskValue')),
    attribute: (view, name) => attribute(around, options, view, name),
  };
}

function step(from: Around, view: NodeView, via: Border, options: PrivacyOptions): Around {
  const near = via === 'child' ? from : { ...from, ...NOTHING };
  return {
    mark: nearest(near.mark, view, '.amp-mask'),
    selector: nearest(near.selector, view, options.mask),
    unmask: nearest(near.unmask, view, options.unmask),
    asked: or(from.asked, view.hasLightChildren && isAsked(view, options)),
  };
}

/** A page that may be conservative has all of its text asked about. */
function isAsked(view: NodeView, { levels, mask }: PrivacyOptions): Tri {
  if (levels.includes('conservative') || view.hasClass('amp-mask')) return true;
  if (mask === 'unknown-selector') return null;
  return mask === null ? false : view.matches(mask) === true;
}

function text(
  around: Around,
  options: PrivacyOptions,
  block: Fix | null,
  inRoot: boolean,
): Judgement {
  if (around.asked === null) {
    return unknown(message('recorder.because.optionUnread', NAME, 'maskSelector'), null);
  }
  if (inRoot) return rootText(around, options);
  const decided = around.asked ? decide(around, options, block, 'text', null) : null;
  return decided ?? plain(message('recorder.because.textPlain', NAME), MASK('maskText'));
}

/** The callback gets no element, so that the level alone decides. */
function rootText({ asked }: Around, { levels }: PrivacyOptions): Judgement {
  const byLevel = asked ? isMaskedAtLevel(levels, 'text', null) : false;
  if (byLevel) {
    return unknown(message('recorder.because.maskedOutside', NAME, 'conservative'), WRAP);
  }
  if (byLevel === null) {
    return unknown(message('recorder.because.optionUnread', NAME, 'urlMaskLevels'), null);
  }
  return plain(message('recorder.because.rootTextOpen', NAME), WRAP);
}

const WRAP: Fix = {
  kind: 'markup',
  text: '<span class="amp-mask">…</span>',
  effect: message('recorder.fix.wrapText'),
};

/** Masks before unmasks, marks before levels; null: plain by its level. A selector that is not valid ends the recording. */
function decide(
  { mark, selector, unmask }: Around,
  { levels }: PrivacyOptions,
  block: Fix | null,
  kind: Kind,
  view: NodeView | null,
): Judgement | null {
  if (mark === 'yes') return masked(message('recorder.because.textMasked', NAME, '.amp-mask'));
  if (selector === 'yes') {
    return masked(message('recorder.because.textMasked', NAME, 'maskSelector'));
  }
  if (selector !== 'no') return unread('maskSelector');
  if (unmask === 'yes') {
    return plain(message('recorder.because.opened', NAME, 'amp-unmask'), block);
  }
  if (unmask !== 'no') return unread('unmaskSelector');
  const byLevel = isMaskedAtLevel(levels, kind, view);
  if (byLevel === null) return unread('urlMaskLevels');
  return byLevel ? masked(message('recorder.because.maskLevel', NAME)) : null;
}

const unread = (option: string): Judgement =>
  unknown(message('recorder.because.optionUnread', NAME, option), null);

const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** Attributes that `maskAttributes` names; null: no option is about this one. */
function attribute(
  around: Around,
  options: PrivacyOptions,
  view: NodeView,
  name: string,
): Judgement | null {
  if (name === 'style' || !options.attributes.includes(name)) return null;
  const kind = FIELDS.has(view.tag) ? 'input' : 'text';
  const decided = decide(around, options, null, kind, view);
  return decided?.capture === 'plain' ? null : decided;
}

const MASK = (effect: 'maskText' | 'maskValue'): Fix => ({
  kind: 'class',
  text: 'class="amp-mask"',
  effect: message(`recorder.fix.${effect}`),
});
