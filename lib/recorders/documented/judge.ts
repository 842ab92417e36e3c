import { type Message, message } from '../../core/message';
import type { Channel, RecorderState } from '../../protocol/recorders';
import type { Border, CaptureRules, Judgement, NodeJudge, NodeView } from '../contract';
import { recorderName } from '../names';
import type { Documented, DocumentedRules } from './contract';

/**
 * Capture rules from documentation alone. What it does not say is `unknown`, and never a pass: most
 * vendors say nothing of attributes.
 */
export const documentedRules = (rules: DocumentedRules): CaptureRules => ({
  majors: 'any',
  verified: false,
  judge: (state) => judgeOf(ROOT, rulesOf(rules, state)),
  recordsFrame: (_options, { sameOrigin }) => (sameOrigin ? rules.frames : null),
});

const rulesOf = (rules: DocumentedRules, { options }: RecorderState): DocumentedRules => ({
  ...rules,
  ...rules.withOptions?.(options),
});

interface Place {
  readonly view: NodeView | null;
  readonly blocked: boolean;
  /** True: masked, false: unmasked by a mark, null: no mark. */
  readonly masked: boolean | null;
  readonly maskedInputs: boolean;
  readonly by: string;
  /** Beyond a border of which the documentation says nothing. */
  readonly unsaid: boolean;
}

const ROOT: Place = {
  view: null,
  blocked: false,
  masked: null,
  maskedInputs: false,
  by: '',
  unsaid: false,
};

const judgeOf = (place: Place, rules: DocumentedRules): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, rules), rules),
  capture: (channel) => capture(place, channel, rules),
});

function step(from: Place, view: NodeView, via: Border, rules: DocumentedRules): Place {
  const first = (selectors: readonly string[] = []) =>
    selectors.find((selector) => view.matches(selector) === true);
  const block = first(rules.block);
  const mask = first(rules.mask);
  const unmask = rules.precedence === 'unmask-on-field' ? undefined : first(rules.unmask);
  const maskInputs = first(rules.maskInputs);
  const isShut = via === 'shadow-closed' || (via === 'iframe' && rules.frames !== true);
  return {
    view,
    blocked: from.blocked || block !== undefined,
    masked: masked(from.masked, mask !== undefined, unmask !== undefined, rules),
    maskedInputs: from.maskedInputs || maskInputs !== undefined,
    by: block ?? mask ?? unmask ?? maskInputs ?? from.by,
    unsaid: from.unsaid || isShut,
  };
}

function masked(
  above: boolean | null,
  mask: boolean,
  unmask: boolean,
  { precedence }: DocumentedRules,
): boolean | null {
  if (mask) return true;
  if (precedence === 'mask-wins' && above === true) return true;
  return unmask ? false : above;
}

function capture(place: Place, channel: Channel, rules: DocumentedRules): Judgement {
  const name = recorderName(rules.id);
  if (channel === 'page-url' || channel === 'document-title') {
    return say('plain', message('recorder.because.documented.page', name), rules);
  }
  if (place.blocked)
    return say('absent', message('recorder.because.blocked', name, place.by), rules);
  if (place.unsaid) return unsaid(name, channel, rules);
  if (channel === 'text' || channel === 'option-text') return text(place, name, rules);
  return VALUES.has(channel) ? value(place, name, channel, rules) : unsaid(name, channel, rules);
}

const VALUES: ReadonlySet<Channel> = new Set(['value', 'value-attribute', 'file-name']);

function text({ masked: mark, by }: Place, name: string, rules: DocumentedRules): Judgement {
  if (mark === true)
    return say('masked', message('recorder.because.documented.mark', name, by), rules);
  if (mark === false)
    return say('plain', message('recorder.because.documented.unmark', name, by), rules);
  return byDefault(rules.text, 'text', name, rules);
}

function value(place: Place, name: string, channel: Channel, rules: DocumentedRules): Judgement {
  const { view, by } = place;
  const always = rules.alwaysMasked.some((selector) => view?.matches(selector) === true);
  if (view?.type === 'password' || always) {
    return say('masked', message('recorder.because.documented.always', name), rules);
  }
  const isOpened = rules.precedence === 'unmask-on-field' && isUnmasked(view, rules);
  if (isOpened || place.masked === false) {
    return say('plain', message('recorder.because.documented.unmark', name, by), rules);
  }
  if (place.masked === true || place.maskedInputs) {
    return say('masked', message('recorder.because.documented.mark', name, by), rules);
  }
  // Whoever masks what is typed may still keep the attribute as the page wrote it.
  if (channel === 'value-attribute' && rules.inputs !== 'plain')
    return unsaid(name, channel, rules);
  return byDefault(rules.inputs, 'input', name, rules);
}

const isUnmasked = (view: NodeView | null, rules: DocumentedRules): boolean =>
  rules.unmask.some((selector) => view?.matches(selector) === true);

function byDefault(
  documented: Documented,
  kind: 'text' | 'input',
  name: string,
  rules: DocumentedRules,
): Judgement {
  if (documented === 'unknown') return unsaid(name, kind === 'text' ? 'text' : 'value', rules);
  const which = documented === 'plain' ? 'plain' : 'covered';
  return say(documented, message(`recorder.because.documented.${kind}.${which}`, name), rules);
}

const unsaid = (name: string, channel: Channel, rules: DocumentedRules): Judgement =>
  say('unknown', message('recorder.because.documented.unsaid', name, channel), rules);

function say(capture: Documented, because: Message, { fix, id }: DocumentedRules): Judgement {
  if (capture !== 'plain' && capture !== 'unknown') return { capture, because, fix: null };
  const effect = message('recorder.fix.documented', recorderName(id));
  return { capture, because, fix: { ...fix, effect } };
}
