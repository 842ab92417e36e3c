import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Judgement, NodeView } from '../contract';
import { isObject } from '../json';
import { masked, plain, unknown } from '../judgements';
import { recorderName } from '../names';
import type { Dialect, OwnMasks } from '../rrweb/dialect';
import * as fixes from '../rrweb/fixes';
import { joinSelectors, type Near, nearest } from '../rrweb/nearest';
import { type ClassRule, classRule, type SelectorRule } from '../rrweb/options';
import { MASK_CLASSES } from './defaults';
import { masksAllText } from './options';
import { alwaysMaskedFor } from './sensitive';

/** How one kind of value is masked: everything but what is opened, or nothing but what is named. */
interface Rule {
  readonly all: boolean;
  readonly selector: SelectorRule;
  readonly option: string;
}

interface Rules {
  readonly text: Rule;
  readonly input: Rule;
  /** The older option, where it is a pattern. */
  readonly textClass: ClassRule;
  readonly block: Fix | null;
}

/** What is around a place, within its own document or shadow root. */
interface Around {
  readonly text: Near;
  readonly input: Near;
  readonly common: Near;
  readonly textClass: Near;
}

const NOTHING: Around = { text: 'no', input: 'no', common: 'no', textClass: 'no' };
const NAME = recorderName('mixpanel');

/** Mixpanel masks with callbacks of its own (`recorder/masking.js`), which ask `closest`. */
export function mixpanelMasks(
  options: Readonly<Record<string, unknown>>,
  family: Dialect['options'],
): OwnMasks {
  const textClass = options.record_mask_text_class;
  const named = [
    options.record_mask_text_selector,
    textClass ? `.${String(textClass)}` : undefined,
  ];
  const isPattern = isObject(textClass);
  const rules: Rules = {
    text: rule(
      'text',
      masksAllText(options),
      options.record_unmask_text_selector,
      isPattern ? named.slice(0, 1) : named,
    ),
    input: rule(
      'input',
      Boolean(options.record_mask_all_inputs),
      options.record_unmask_input_selector,
      [options.record_mask_input_selector],
    ),
    textClass: isPattern ? classRule(textClass, '') : () => false,
    block: fixes.block({ options: family }),
  };
  return masksAt(NOTHING, rules);
}

const rule = (kind: string, all: boolean, unmask: unknown, mask: readonly unknown[]): Rule =>
  all
    ? { all, selector: joinSelectors(unmask), option: `record_unmask_${kind}_selector` }
    : { all, selector: joinSelectors(...mask), option: `record_mask_${kind}_selector` };

const masksAt = (around: Around, rules: Rules): OwnMasks => ({
  enter: (view, via) => masksAt(step(via === 'child' ? around : NOTHING, view, rules), rules),
  text: (inRoot) => (inRoot ? rootText(rules) : text(around, rules)),
  value: (view, key) => value(view, key, around, rules),
});

const step = (from: Around, view: NodeView, rules: Rules): Around => ({
  text: nearest(from.text, view, rules.text.selector),
  input: nearest(from.input, view, rules.input.selector),
  common: nearest(from.common, view, MASK_CLASSES),
  textClass: nearClass(from.textClass, view, rules.textClass),
});

function nearClass(around: Near, view: NodeView, matches: ClassRule): Near {
  if (around === 'yes') return 'yes';
  const found = view.classNames().map(matches);
  if (found.includes(true)) return 'yes';
  return found.includes(null) || around === 'unknown' ? 'unknown' : 'no';
}

/** A callback that throws counts as a mask. */
function isMasked({ all }: Rule, named: Near, common: Near): boolean | null {
  if (named === 'invalid') return true;
  if (all) return named === 'unknown' ? null : named === 'no';
  if (named === 'yes' || common === 'yes') return true;
  return named === 'unknown' ? null : false;
}

function text(around: Around, rules: Rules): Judgement {
  const byRule = isMasked(rules.text, around.text, around.common);
  if (byRule || around.textClass === 'yes') {
    return masked(message('recorder.because.textMasked', NAME, rules.text.all ? '*' : 'mp-mask'));
  }
  if (byRule === null || around.textClass === 'unknown') {
    const option = byRule === null ? rules.text.option : 'record_mask_text_class';
    return unknown(message('recorder.because.optionUnread', NAME, option), null);
  }
  return rules.text.all
    ? plain(message('recorder.because.opened', NAME, rules.text.option), rules.block)
    : plain(message('recorder.because.textPlain', NAME), MASK_FIX('maskText'));
}

/** The callback gets no element to ask, and then it masks nothing. */
const rootText = ({ text: { all } }: Rules): Judgement =>
  plain(message('recorder.because.rootTextOpen', NAME), {
    kind: 'markup',
    text: all ? '<span>…</span>' : '<span class="mp-mask">…</span>',
    effect: message('recorder.fix.wrapText'),
  });

function value(view: NodeView, key: string, around: Around, rules: Rules): Judgement {
  const reason = alwaysMaskedFor(view);
  if (reason) return masked(message('recorder.because.alwaysMasked', NAME, reason));
  const byRule = isMasked(rules.input, around.input, around.common);
  if (byRule) return masked(message('recorder.because.valueMasked', NAME, key));
  if (byRule === null) {
    return unknown(message('recorder.because.optionUnread', NAME, rules.input.option), null);
  }
  return rules.input.all
    ? plain(message('recorder.because.opened', NAME, rules.input.option), rules.block)
    : plain(message('recorder.because.valuePlain', NAME, key), MASK_FIX('maskValue'));
}

const MASK_FIX = (effect: 'maskText' | 'maskValue'): Fix => ({
  kind: 'class',
  text: 'class="mp-mask"',
  effect: message(`recorder.fix.${effect}`),
});
