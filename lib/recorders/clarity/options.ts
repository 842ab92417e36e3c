import { isUndefinedMark } from '../json';

/** What Clarity is started with, as far as it decides about capture. */
export interface ClarityOptions {
  /** False: the mode Strict, which masks all text. */
  readonly content: boolean;
  /** Lists of selectors in the order in which Clarity applies them; null: no list, where it stops. */
  readonly regions: readonly string[] | null;
  readonly mask: readonly string[] | null;
  readonly checksum: readonly string[] | null;
  readonly unmask: readonly string[] | null;
  /** Entries of `unmask` with `!` in them open texts by a path of Clarity's own. */
  readonly overrides: boolean;
  readonly drop: readonly string[];
}

/** Resolves what `start` was given over the defaults; a key that is set to `undefined` counts. */
export function resolveOptions(given: Readonly<Record<string, unknown>>): ClarityOptions {
  const unmask = listOf(given.unmask);
  return {
    content: Boolean(isUndefinedMark(given.content) ? undefined : given.content),
    regions: listOf(given.regions, secondOf),
    mask: listOf(given.mask),
    checksum: listOf(given.checksum, secondOf),
    unmask: unmask?.filter((entry) => !entry.includes('!')) ?? null,
    overrides: unmask?.some((entry) => entry.includes('!')) ?? false,
    drop: listOf(given.drop) ?? [],
  };
}

function listOf(
  value: unknown,
  entry: (one: unknown) => unknown = (one) => one,
): readonly string[] | null {
  return Array.isArray(value) ? value.map((one) => String(entry(one))) : null;
}

/** Regions and checksums are pairs of a name and a selector. */
const secondOf = (pair: unknown): unknown => (Array.isArray(pair) ? pair[1] : '');
