import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { err, ok, type Result } from '../../core/result';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import { type View, ViewSchema } from '../../protocol/views';

/**
 * The page's address with a view in its fragment directive: `…#/route:~:hushmap=1;map=click;…`.
 *
 * What stands after `:~:` is for the browser and not for the page
 * (wicg.github.io/scroll-to-text-fragment, "The fragment directive"): it is taken out of
 * `location.hash` before any script of the page runs. So a page that routes by its fragment, or
 * jumps to an anchor, sees its own fragment alone; no request and no source is told of it either,
 * since fragments never travel. User names and passwords in the address are left out.
 *
 * @returns null where the settings take more than a link may hold
 */
export function addView(address: string, view: View): string | null {
  const value = writeView(view);
  if (value.length > MOST_CHARACTERS) return null;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  const { own, directives } = fragmentOf(url.href);
  const others = directives.filter((directive) => !directive.startsWith(NAME));
  url.hash = '';
  return `${url.href}#${own}${MARK}${[...others, NAME + value].join('&')}`;
}

/** The address as the page knows it: without any fragment directive. */
export function withoutView(address: string): string {
  const at = address.indexOf(MARK);
  if (at < 0) return address;
  const own = address.slice(0, at);
  return own.endsWith('#') ? own.slice(0, -1) : own;
}

/** The text of the view in an address, to be read with `readView`; null: there is none. */
export function viewTextIn(address: string): string | null {
  const found = fragmentOf(address).directives.find((directive) => directive.startsWith(NAME));
  return found === undefined ? null : found.slice(NAME.length);
}

/** A view as text: its version, then `key=value` parts that a person can read. */
export function writeView({ source, filters, band, peak, ...view }: View): string {
  const without = [
    ...(filters.withoutTestAccounts ? ['team'] : []),
    ...(filters.withoutNoise ? ['noise'] : []),
  ];
  const parts: readonly (readonly [Key, string | null])[] = [
    ['source', source === null ? null : Object.values(source).map(encoded).join(',')],
    ['map', view.map],
    ['by', view.by],
    ['days', String(view.days)],
    ['band', band === null ? null : `${band.min}-${band.max}`],
    ['device', filters.device === 'all' ? null : filters.device],
    ['without', without.length === 0 ? null : without.join(',')],
    ['cohorts', filters.cohorts.length === 0 ? null : filters.cohorts.join(',')],
    ['pattern', filters.pattern === null ? null : encoded(filters.pattern)],
    ['style', view.style],
    ['ranks', view.ranks ? 'yes' : null],
    ['palette', view.palette],
    ['opacity', String(Math.round(view.opacity * 100))],
    ['peak', peak === null ? null : String(Math.min(MOST_PEAK, Math.round(peak * 1000) / 1000))],
  ];
  const written = parts.flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]));
  return [VERSION, ...written].join(';');
}

/**
 * Reads what somebody else may have written. Whatever is not exactly a view is none at all: half of
 * one would show something that nobody meant.
 */
export function readView(text: string): Result<View, HushmapError> {
  if (text.length > MOST_CHARACTERS) return err(new HushmapError('view.tooLong'));
  const [version, ...parts] = text.split(';');
  if (version !== VERSION) {
    const isNewer = /^\d{1,4}$/.test(version ?? '') && Number(version) > Number(VERSION);
    return isNewer ? err(new HushmapError('view.newer')) : damaged();
  }
  const fields = fieldsOf(parts);
  if (fields === null) return damaged();
  const parsed = v.safeParse(ViewSchema, viewOf(fields));
  return parsed.success ? ok(parsed.output) : damaged();
}

/** Longest text of a view, in characters, all of them ASCII. */
export const MOST_CHARACTERS = 2_000;

/** More clicks than any cell has, and no more digits than a link may hold. */
const MOST_PEAK = 1e11;

const MARK = ':~:';
const NAME = 'hushmap=';
const VERSION = '1';

const KEYS = [
  'source',
  'map',
  'by',
  'days',
  'band',
  'device',
  'without',
  'cohorts',
  'pattern',
  'style',
  'ranks',
  'palette',
  'opacity',
  'peak',
] as const;
type Key = (typeof KEYS)[number];
type Fields = ReadonlyMap<string, string>;

const damaged = () => err(new HushmapError('view.damaged'));

function fragmentOf(address: string): { own: string; directives: string[] } {
  const at = address.indexOf('#');
  const fragment = at < 0 ? '' : address.slice(at + 1);
  const mark = fragment.indexOf(MARK);
  if (mark < 0) return { own: fragment, directives: [] };
  const directives = fragment.slice(mark + MARK.length).split('&');
  return { own: fragment.slice(0, mark), directives: directives.filter((each) => each !== '') };
}

/** Null: a part has no known name, or a name comes twice. */
function fieldsOf(parts: readonly string[]): Fields | null {
  const known: readonly string[] = KEYS;
  const fields = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const key = part.slice(0, Math.max(0, at));
    if (!known.includes(key) || fields.has(key)) return null;
    fields.set(key, part.slice(at + 1));
  }
  return fields;
}

/** What a view would be of these fields; the schema decides whether it is one. */
function viewOf(fields: Fields): unknown {
  const text = (key: Key) => fields.get(key);
  const list = (key: Key) => text(key)?.split(',') ?? [];
  const number = (key: Key) => numberOf(text(key));
  const [min, max, ...more] = text('band')?.split('-') ?? [];
  const without = list('without');
  const hasOther = without.some((each) => each !== 'team' && each !== 'noise');
  return {
    source: text('source') === undefined ? null : sourceOf(list('source')),
    map: text('map') ?? null,
    by: text('by') ?? null,
    days: number('days'),
    band: more.length > 0 ? undefined : min === undefined ? null : bandOf(min, max),
    style: text('style'),
    ranks: text('ranks') === undefined ? false : text('ranks') === 'yes' || null,
    palette: text('palette'),
    opacity: (number('opacity') ?? Number.NaN) / 100,
    peak: text('peak') === undefined ? null : number('peak'),
    filters: {
      device: text('device') ?? NO_FILTERS.device,
      withoutTestAccounts: hasOther ? null : without.includes('team'),
      withoutNoise: without.includes('noise'),
      cohorts: list('cohorts').map(numberOf),
      pattern: text('pattern') === undefined ? null : decoded(text('pattern')),
    },
  };
}

const bandOf = (min: string, max: string | undefined) => ({
  min: numberOf(min),
  max: numberOf(max),
});

function sourceOf(parts: readonly string[]): unknown {
  const [kind, host, project] = parts.map(decoded);
  if (parts.length === 1) return { kind };
  return parts.length === 3 ? { kind, host, project } : undefined;
}

/** Plain digits alone: `Number` would take an empty text for nought, and `1e9` for a number. */
const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;

/** Percent signs for all that a mail program or a chat might take for the end of an address. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Nothing, where it is not encoded as we encode: no schema takes that for a text. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
