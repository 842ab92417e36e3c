import { isObject } from '../json';
import { DEFAULT_OPTIONS, MEDIA_SELECTOR, OWN_SELECTORS } from './defaults';

/** A selector list; empty: none, null: it could not be read. */
export type Selectors = string | null;

/** Options of `replayIntegration` that decide about capture, resolved. */
export interface SentryOptions {
  readonly maskAllText: boolean;
  readonly maskAllInputs: boolean;
  readonly mask: Selectors;
  readonly unmask: Selectors;
  readonly block: Selectors;
  readonly unblock: Selectors;
  /** Null: it could not be read. */
  readonly maskAttributes: readonly string[] | null;
  /** A function writes the masks of text. */
  readonly maskFn: boolean;
  /** A function may change what is noted beside the page: clicks, console, addresses. */
  readonly eventCallback: boolean;
  /** Sentry's Breadcrumbs integration runs, which tells of the console. */
  readonly breadcrumbs: boolean;
}

/** Resolves options as `replayIntegration` does: its own selectors are added to those given. */
export function resolveOptions(given: Readonly<Record<string, unknown>>): SentryOptions {
  const media = isOn(given.blockAllMedia, true) ? [MEDIA_SELECTOR] : [];
  return {
    maskAllText: isOn(given.maskAllText, true),
    // rrweb compares with true, nothing else.
    maskAllInputs: given.maskAllInputs === undefined || given.maskAllInputs === true,
    mask: joined(given.mask, [OWN_SELECTORS.mask]),
    unmask: joined(given.unmask, []),
    block: joined(given.block, [OWN_SELECTORS.block, ...media]),
    unblock: joined(given.unblock, []),
    maskAttributes: names(given.maskAttributes),
    maskFn: Boolean(given.maskFn),
    eventCallback: Boolean(given.beforeAddRecordingEvent),
    breadcrumbs: given.breadcrumbs !== false,
  };
}

const isOn = (given: unknown, fallback: boolean): boolean =>
  given === undefined ? fallback : Boolean(given);

function joined(given: unknown, own: readonly string[]): Selectors {
  const list = given ?? [];
  if (!isTexts(list)) return null;
  return [...list, ...own].join(',');
}

function names(given: unknown): readonly string[] | null {
  if (given === undefined) return DEFAULT_OPTIONS.maskAttributes;
  return isTexts(given) ? given : null;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Whether the init call asked for frames of other origins. */
export const asksForCrossOrigin = (given: Readonly<Record<string, unknown>>): boolean =>
  isObject(given._experiments) && Boolean(given._experiments.recordCrossOriginIframes);
