import type { Json } from '../json';
import { at, get, keysOf, toJson } from '../read-page';
import { DEFAULT_OPTIONS, MEDIA_SELECTOR, OWN_SELECTORS } from './defaults';

/** The options that a Replay integration runs with, by the names of its init call; null: not readable. */
export function readOptions(replay: unknown, page: unknown): Json {
  const recording = get(replay, '_recordingOptions');
  const initial = get(replay, '_initialOptions');
  if (keysOf(recording).length === 0) return null;
  const media = get(initial, 'blockAllMedia');
  const blockTail = media ? `${OWN_SELECTORS.block},${MEDIA_SELECTOR}` : OWN_SELECTORS.block;
  return toJson({
    maskAllText: get(recording, 'maskAllText'),
    maskAllInputs: get(recording, 'maskAllInputs'),
    blockAllMedia: media,
    mask: given(get(recording, 'maskTextSelector'), OWN_SELECTORS.mask),
    unmask: given(get(recording, 'unmaskTextSelector'), ''),
    block: given(get(recording, 'blockSelector'), blockTail),
    unblock: given(get(recording, 'unblockSelector'), ''),
    maskAttributes: maskedAttributes(get(recording, 'maskAttributeFn'), page),
    maskFn:
      typeof get(recording, 'maskTextFn') === 'function' ? get(recording, 'maskTextFn') : null,
    beforeAddRecordingEvent: get(initial, 'beforeAddRecordingEvent') ?? null,
    _experiments: {
      recordCrossOriginIframes: at(recording, 'recordCrossOriginIframes') === true,
    },
  });
}

/** Sentry keeps each list joined, with its own selectors at the end. */
function given(selectors: unknown, own: string): unknown {
  if (typeof selectors !== 'string') return null;
  if (selectors === own) return [];
  return [own && selectors.endsWith(`,${own}`) ? selectors.slice(0, -own.length - 1) : selectors];
}

/** Names that are often masked, beside those that the page itself uses. */
const NAMES = [
  ...DEFAULT_OPTIONS.maskAttributes,
  ...['alt', 'name', 'id', 'class', 'label', 'value', 'content', 'action', 'srcdoc'],
  ...['aria-description', 'aria-roledescription', 'aria-valuetext'],
];

/** An element that is nobody's: no selector matches it. */
const NOBODY = { tagName: 'P', matches: () => false, getAttribute: () => null };

/**
 * Sentry hides the list in a function from an attribute to what is recorded of it. It changes
 * nothing, so it is asked about every name that the page uses.
 */
function maskedAttributes(mask: unknown, page: unknown): readonly string[] | null {
  if (typeof mask !== 'function') return null;
  try {
    const names = new Set([...NAMES, ...namesOn(page)]);
    return [...names].filter((name) => Reflect.apply(mask, undefined, [name, 'x', NOBODY]) === '*');
  } catch {
    return null;
  }
}

const MOST_ELEMENTS = 3000;
const MOST_NAMES = 300;

function namesOn(page: unknown): readonly string[] {
  const document = get(page, 'document');
  const find = get(document, 'getElementsByTagName');
  if (typeof find !== 'function') return [];
  const elements: unknown = Reflect.apply(find, document, ['*']);
  const names = new Set<string>();
  for (let index = 0; index < MOST_ELEMENTS && names.size < MOST_NAMES; index += 1) {
    const element = get(elements, String(index));
    if (!element) break;
    const read = get(element, 'getAttributeNames');
    const own: unknown = typeof read === 'function' ? Reflect.apply(read, element, []) : [];
    for (const name of Array.isArray(own) ? own : []) names.add(String(name));
  }
  return [...names];
}
