import {
  apply,
  decodeUri,
  indexOf,
  isArray,
  nativeToString,
  ownValue,
  parseJson,
  slice,
} from '../natives';
import { type Details, noDetails, noStates } from '../tape';
import type { SignalPage, States } from './contract';
import { tellDecisions } from './decisions';
import { eachName, isEmpty, isObject, put } from './read';

export interface SegmentConsent {
  poll(): void;
  /** Hears the body of a request, where that is a text. */
  hearBody(url: string, body: string): void;
}

/**
 * Segment's two ways of consent. The consent manager
 * (https://github.com/segmentio/consent-manager): its cookie `tracking-preferences` says what may
 * load, and a page that uses its stand-alone form has `consentManagerConfig`. The consent tools
 * (https://segment.com/docs/privacy/consent-management): each event carries
 * `context.consent.categoryPreferences`, of which category and state are kept, and nothing else.
 *
 * `details.loaderLeft`: the snippet's own `analytics.load(…)` has run though nobody has decided.
 */
export function segmentConsent({ globals, note, cookie }: SignalPage): SegmentConsent {
  const hasCookie = (): boolean => cookie(COOKIE) !== null;
  const tell = tellDecisions('segment', note, hasCookie);
  const details = noDetails();
  let isManaged = false;

  const lookAtLoader = (): void => {
    if (hasCookie() || !isLoaded(globals.analytics)) return;
    details.loaderLeft = true;
  };

  return {
    poll() {
      const config = globals.consentManagerConfig;
      if (isObject(config)) {
        isManaged = true;
        readConfig(config, details);
      }
      if (!isManaged && !hasCookie()) return;
      lookAtLoader();
      tell(keptStates(cookie(COOKIE)), hasCookie(), details);
    },
    hearBody(url, body) {
      if (!isSegment(url) || body.length > MAX_BODY) return;
      const states = categoriesIn(body);
      if (!isEmpty(states)) note('segment', states, 'event');
    },
  };
}

const COOKIE = 'tracking-preferences';
const MAX_BODY = 200_000;
const MAX_CATEGORIES = 2_000;
const MARK = '"categoryPreferences":';

/** Where Segment's library sends, in its regions too. */
const isSegment = (url: string): boolean =>
  indexOf(url, '.segment.io/') !== -1 ||
  indexOf(url, '.segment.com/') !== -1 ||
  indexOf(url, '.segmentapis.com/') !== -1;

/** The stub has no key before `load` is called; the real one says that it is initialized. */
const isLoaded = (analytics: unknown): boolean =>
  isArray(analytics)
    ? typeof ownValue(analytics, '_writeKey') === 'string'
    : ownValue(analytics, 'initialized') === true;

/** `{"Advertising":true,"Analytics":false}` of the last event in the body. */
function categoriesIn(body: string): States {
  const states = noStates();
  const at = indexOf(body, MARK);
  const end = at === -1 ? -1 : indexOf(body, '}', at);
  if (end === -1 || end - at > MAX_CATEGORIES) return states;
  eachName(parseJson(slice(body, at + MARK.length, end + 1)), (name, isGranted) => {
    if (typeof isGranted === 'boolean') put(states, name, isGranted);
  });
  return states;
}

/** `{ destinations: { Amplitude: true }, custom: { marketing: false } }` */
function keptStates(value: string | null): States {
  const states = noStates();
  if (value === null || value.length > MAX_BODY) return states;
  const kept = parseJson(decodeUri(value));
  const putAll = (group: string): void =>
    eachName(ownValue(kept, group), (name, isGranted) => {
      if (typeof isGranted === 'boolean') put(states, name, isGranted);
    });
  putAll('destinations');
  putAll('custom');
  return states;
}

/** An object, or a function that gives one: that is not called, its text is read for plain words. */
function readConfig(config: object, details: Details): void {
  const source =
    typeof config === 'function' ? slice(apply(nativeToString, config, []), 0, 20_000) : '';
  for (let i = 0; i < SETTINGS.length; i++) {
    const name = SETTINGS[i] ?? '';
    const value = source === '' ? ownValue(config, name) : literalIn(source, name);
    const isWord = typeof value === 'string' && value.length <= 20;
    if (typeof value === 'boolean' || isWord) details[name] = value;
  }
}

const SETTINGS = [
  'implyConsentOnInteraction',
  'closeBehavior',
  'defaultDestinationBehavior',
] as const;

/** The words that these settings take; a minifier writes `!0` for true. */
const WORDS = [
  ['true', true],
  ['!0', true],
  ['false', false],
  ['!1', false],
  ['accept', 'accept'],
  ['deny', 'deny'],
  ['dismiss', 'dismiss'],
  ['enable', 'enable'],
  ['disable', 'disable'],
  ['imply', 'imply'],
  ['ask', 'ask'],
] as const;

function literalIn(source: string, name: string): string | boolean | undefined {
  const at = indexOf(source, name);
  if (at === -1) return undefined;
  const after = slice(source, at + name.length, at + name.length + 30);
  for (let i = 0; i < WORDS.length; i++) {
    const word = WORDS[i];
    const found = word === undefined ? -1 : indexOf(after, word[0]);
    // A colon, space and a quote mark may stand before it.
    if (found !== -1 && found <= 6) return word?.[1];
  }
  return undefined;
}
