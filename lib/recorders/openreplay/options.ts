import { isObject, isUndefinedMark } from '../json';

/** The options of the tracker that decide about capture, resolved. */
export interface OpenreplayOptions {
  /** 0 plain, 1 obscured, 2 hidden; null: a value that the tracker takes for none of them. */
  readonly inputMode: 0 | 1 | 2 | null;
  readonly inputEmails: boolean;
  readonly inputNumbers: boolean;
  readonly inputDates: boolean;
  readonly textEmails: boolean;
  readonly textNumbers: boolean;
  readonly privateMode: boolean;
  /** A function of the page may mask or hide any element. */
  readonly domSanitizer: boolean;
  readonly frames: boolean;
  /** Style sheets of links are sent as text; null: where the page is on this machine. */
  readonly inlineCss: boolean | null;
  readonly sprites: boolean;
  readonly resourceTimings: boolean;
  readonly resourceNameSanitizer: boolean;
  readonly network: boolean;
  readonly titleSanitizer: boolean;
  readonly consoleMethods: readonly unknown[];
}

/** Resolves what the constructor was given over its defaults; a key that is set to `undefined` counts. */
export function resolveOptions(given: Readonly<Record<string, unknown>>): OpenreplayOptions {
  const is = (name: string): boolean => Boolean(plainOf(given[name]));
  const { urls, network } = given;
  return {
    inputMode: inputMode(plainOf(given.defaultInputMode)),
    inputEmails: is('obscureInputEmails'),
    inputNumbers: is('obscureInputNumbers'),
    inputDates: is('obscureInputDates'),
    textEmails: is('obscureTextEmails'),
    textNumbers: is('obscureTextNumbers'),
    privateMode: is('privateMode'),
    domSanitizer: is('domSanitizer'),
    frames: is('captureIFrames'),
    inlineCss: inlineCss(plainOf(given.inlineCss)),
    sprites: !is('disableSprites'),
    resourceTimings: is('captureResourceTimings'),
    resourceNameSanitizer: is('resourceNameSanitizer'),
    network: !(isObject(network) && Boolean(plainOf(network.disabled))),
    titleSanitizer: isObject(urls) && Boolean(plainOf(urls.titleSanitizer)),
    consoleMethods: Array.isArray(given.consoleMethods) ? given.consoleMethods : [],
  };
}

const inputMode = (mode: unknown): OpenreplayOptions['inputMode'] =>
  mode === 0 || mode === 1 || mode === 2 ? mode : null;

function inlineCss(mode: unknown): boolean | null {
  if (mode === -1) return null;
  return mode === 1 || mode === 2 || mode === 3;
}

const plainOf = (value: unknown): unknown => (isUndefinedMark(value) ? undefined : value);
