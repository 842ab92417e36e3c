import { isFunctionMark, isObject } from '../json';

/** A class option: whether one class name matches; null: only running the pattern would tell. */
export type ClassRule = (className: string) => boolean | null;

/** A selector option; `unknown`: it could not be read. */
export type SelectorRule = string | null | 'unknown-selector';

/** The options that decide about capture, resolved. Names follow rrweb's. */
export interface FamilyOptions {
  readonly blockClass: ClassRule;
  /** The class to put on an element so that it is blocked; null: no single name is configured. */
  readonly blockClassName: string | null;
  readonly blockSelector: SelectorRule;
  readonly maskTextClass: ClassRule;
  readonly maskTextClassName: string | null;
  readonly maskTextSelector: SelectorRule;
  readonly ignoreClassName: string | null;
  /** `null`: the table could not be read. */
  readonly maskInputs: Readonly<Record<string, boolean>> | null;
  readonly maskAllInputs: boolean;
  readonly maskTextFn: boolean;
  readonly maskInputFn: boolean;
  readonly maskAttributeFn: boolean;
  readonly maskAllElementAttributes: boolean;
  readonly slimDom: Readonly<Record<string, boolean>>;
  readonly inlineStylesheet: boolean;
  readonly keepIframeSrcFn: boolean;
  readonly recordCrossOriginIframes: boolean;
}

export interface FamilyDefaults {
  readonly blockClass: string;
  readonly maskTextClass: string;
  readonly ignoreClass: string;
  /** What `maskAllInputs: true` puts in place of `maskInputOptions`. */
  readonly maskAllInputs: Readonly<Record<string, boolean>>;
}

/** Resolves options as rrweb's `record` does. Whatever can't be evaluated becomes "can't tell". */
export function resolveOptions(
  given: Readonly<Record<string, unknown>>,
  defaults: FamilyDefaults,
): FamilyOptions {
  const maskAllInputs = given.maskAllInputs === true;
  return {
    blockClass: classRule(given.blockClass, defaults.blockClass),
    blockClassName: className(given.blockClass, defaults.blockClass),
    blockSelector: selectorRule(given.blockSelector),
    maskTextClass: classRule(given.maskTextClass, defaults.maskTextClass),
    maskTextClassName: className(given.maskTextClass, defaults.maskTextClass),
    maskTextSelector: selectorRule(given.maskTextSelector),
    ignoreClassName: className(given.ignoreClass, defaults.ignoreClass),
    maskInputs: maskAllInputs ? defaults.maskAllInputs : inputTable(given.maskInputOptions),
    maskAllInputs,
    maskTextFn: isGiven(given.maskTextFn),
    maskInputFn: isGiven(given.maskInputFn),
    maskAttributeFn: isGiven(given.maskAttributeFn) && !isGiven(given.maskAllElementAttributes),
    maskAllElementAttributes: isGiven(given.maskAllElementAttributes),
    slimDom: slimDom(given.slimDOMOptions ?? given.slimDOM),
    inlineStylesheet: given.inlineStylesheet !== false,
    keepIframeSrcFn: isFunctionMark(given.keepIframeSrcFn),
    recordCrossOriginIframes: given.recordCrossOriginIframes === true,
  };
}

const isGiven = (value: unknown): boolean => Boolean(value);

function className(given: unknown, fallback: string): string | null {
  if (given === undefined) return fallback;
  return typeof given === 'string' && /^[\w-]+$/.test(given) ? given : null;
}

/** A class option as given, or the default where it is not. */
export function classRule(given: unknown, fallback: string): ClassRule {
  const value = given === undefined ? fallback : given;
  if (typeof value === 'string') return (name) => name === value;
  if (value === null || value === false) return () => false;
  const literals = isObject(value) ? literalsOf(value.pattern, value.flags) : null;
  return literals ?? (() => null);
}

/**
 * Reads patterns made of words and `|` alone, such as `/^(private|secret)$/`. Any other pattern is
 * not run: it comes from the page, and one that backtracks would hang whoever runs it.
 */
function literalsOf(pattern: unknown, flags: unknown): ClassRule | null {
  if (typeof pattern !== 'string' || typeof flags !== 'string' || !/^[iu]*$/.test(flags)) {
    return null;
  }
  const parts = /^(\^?)(?:\((?:\?:)?([\w-]+(?:\|[\w-]+)*)\)|([\w-]+))(\$?)$/.exec(pattern);
  if (!parts) return null;
  const fold = (text: string) => (flags.includes('i') ? text.toLowerCase() : text);
  const words = fold(parts[2] ?? parts[3] ?? '').split('|');
  const fromStart = parts[1] === '^';
  const toEnd = parts[4] === '$';
  return (name) => {
    const folded = fold(name);
    return words.some((word) => {
      if (fromStart && toEnd) return folded === word;
      if (fromStart) return folded.startsWith(word);
      return toEnd ? folded.endsWith(word) : folded.includes(word);
    });
  };
}

function selectorRule(given: unknown): SelectorRule {
  if (typeof given === 'string') return given === '' ? null : given;
  return given === undefined || given === null || given === false ? null : 'unknown-selector';
}

function inputTable(given: unknown): Readonly<Record<string, boolean>> | null {
  if (given === undefined) return { password: true };
  if (!isObject(given) || given.cut === true) return given === null ? {} : null;
  return Object.fromEntries(Object.entries(given).map(([type, on]) => [type, Boolean(on)]));
}

const SLIM_BASE = {
  script: true,
  comment: true,
  headFavicon: true,
  headMetaSocial: true,
  headMetaRobots: true,
  headMetaHttpEquiv: true,
  headMetaVerification: true,
};

function slimDom(given: unknown): Readonly<Record<string, boolean>> {
  if (given === 'all')
    return { ...SLIM_BASE, headMetaAuthorship: true, headMetaDescKeywords: true };
  if (given === true) return SLIM_BASE;
  if (!isObject(given)) return {};
  return Object.fromEntries(Object.entries(given).map(([name, on]) => [name, on === true]));
}
