import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Channel } from '../../protocol/recorders';
import type { AskedValue, Judgement } from '../contract';
import { isObject } from '../json';
import { absent, plain, unknown } from '../judgements';
import { recorderName } from '../names';
import { remove } from '../rrweb/fixes';
import { obfuscated } from './obfuscate';

/** What the agent sends beside a recording, by the options of its other features. */

type Options = Readonly<Record<string, unknown>>;

const NAME = recorderName('newrelic');

/** Properties of elements that hold the text in them. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['innerText', 'outerText', 'textContent', 'innerHTML', 'outerHTML', 'text'],
]);

/**
 * A click tells the id, class, tag and type of what was clicked, and the properties that
 * `user_actions.elementAttributes` names, of the element and of the nearest around it that has any:
 * masked or blocked, and passwords too.
 */
export function clickedText(options: Options): Judgement {
  return namesOf(options).some((name) => typeof name === 'string' && TEXTS.has(name))
    ? plain(message('recorder.because.newrelic.clickText', NAME), QUIET)
    : absent(message('recorder.because.clickHasNoText', NAME));
}

/** What a click tells of an element, whatever its recording leaves out; null: nothing of this. */
export function told(
  options: Options,
  channel: Channel,
  asked: AskedValue | undefined,
): Judgement | null {
  const property = PROPERTIES[channel];
  const isNamed = property !== undefined && namesOf(options).includes(property);
  // Traces of the session, without which there is no recording, tell them of every event.
  if (property === 'id' || property === 'className') {
    const what = property === 'id' ? 'id' : 'class';
    const traced = message('recorder.because.newrelic.traced', NAME);
    return obfuscated(
      plain(traced, remove(`remove ${what}`)),
      options.obfuscate,
      isNamed ? ['SessionTrace', 'UserAction'] : ['SessionTrace'],
      asked,
    );
  }
  if (!isNamed) return null;
  const named = message('recorder.because.newrelic.told', NAME, property);
  return obfuscated(plain(named, QUIET), options.obfuscate, ['UserAction'], asked);
}

/** The property of an element that holds what a channel is about. */
const PROPERTIES: Readonly<Partial<Record<Channel, string>>> = {
  ...{ value: 'value', 'value-attribute': 'value', 'option-value': 'value', 'file-name': 'value' },
  ...{ id: 'id', class: 'className', title: 'title', alt: 'alt', name: 'name' },
  ...{ placeholder: 'placeholder', href: 'href', src: 'src', 'label-attribute': 'label' },
};

const QUIET: Fix = {
  kind: 'option',
  text: 'user_actions: { enabled: false }',
  effect: message('recorder.fix.newrelic.clicksOff'),
  options: { user_actions: { enabled: false } },
};

function namesOf({ user_actions: actions }: Options): readonly unknown[] {
  const given: Options = isObject(actions) ? actions : {};
  if (given.enabled === false) return [];
  return Array.isArray(given.elementAttributes) ? given.elementAttributes : [];
}

/**
 * The vendor's server decides how much of the console is sent; the agent keeps the answer as a number.
 *
 * @param method of the console; empty: any.
 */
export function consoleText({ logging }: Options, method: string): Judgement {
  const given: Options = isObject(logging) ? logging : {};
  if (given.enabled === false || given.mode === 0) {
    return absent(message('recorder.because.noConsole', NAME));
  }
  const level = method === '' ? 0 : LEVELS.get(method);
  if (level === undefined || (typeof given.mode === 'number' && given.mode < level)) {
    return absent(message('recorder.because.newrelic.consoleBelow', NAME, method));
  }
  const fix: Fix = {
    kind: 'option',
    text: 'logging: { enabled: false }',
    effect: message('recorder.fix.consoleOff'),
    options: { logging: { enabled: false } },
  };
  return typeof given.mode === 'number'
    ? plain(message('recorder.because.consoleRecorded', NAME), fix)
    : unknown(message('recorder.because.newrelic.consoleByServer', NAME), fix);
}

/** The answer from which on the agent sends what a method of the console was given first. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ...[['error', 1] as const, ['warn', 2] as const, ['info', 3] as const, ['log', 3] as const],
  ...[['debug', 4] as const, ['trace', 5] as const],
]);

/** Addresses go without query and fragment, unless whole requests are captured. */
export function resourceUrl({ ajax }: Options, parameter: string): Judgement {
  const given: Options = isObject(ajax) ? ajax : {};
  const payloads = given.enabled === false ? 'none' : (given.capture_payloads ?? 'none');
  if (parameter !== '' && payloads === 'none') {
    return absent(message('recorder.because.newrelic.queryDropped', NAME));
  }
  if (parameter === '#') return absent(message('recorder.because.newrelic.queryDropped', NAME));
  return parameter === ''
    ? plain(message('recorder.because.resourcesRecorded', NAME), null)
    : plain(message('recorder.because.newrelic.payloads', NAME), {
        kind: 'option',
        text: `ajax: { capture_payloads: 'none' }`,
        effect: message('recorder.fix.newrelic.payloadsOff'),
        options: { ajax: { capture_payloads: 'none' } },
      });
}
