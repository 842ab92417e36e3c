import * as v from 'valibot';
import { shownName } from '../../consent/shown-name';
import type { Timeline, TimelineEvent } from '../../protocol/timeline';
import type { WalkCookie, WalkStored } from '../../protocol/walk/step';
import { readJson } from '../options';
import { UsageError } from '../usage-error';

const Named = v.array(v.object({ name: v.string() }));

/** As Playwright saves it; values are not read. */
const StateSchema = v.object({
  cookies: v.optional(v.array(v.object({ name: v.string(), domain: v.string() })), []),
  origins: v.optional(
    v.array(
      v.object({
        origin: v.string(),
        localStorage: v.optional(Named, []),
        indexedDB: v.optional(Named, []),
      }),
    ),
    [],
  ),
});

/** One name, raw; `of` is a cookie's domain, else an origin. */
interface Entry {
  readonly area: 'cookie' | 'localStorage' | 'indexedDB';
  readonly name: string;
  readonly of: string;
}

/**
 * What a visit was given before it began, by `--storage-state`: it is there before a choice, and the
 * page has not put it there.
 */
export class Brought {
  readonly #keys: ReadonlySet<string>;
  /** Wherever: a time line does not tell whose its names are, and shows them as everybody may see them. */
  readonly #shown: ReadonlySet<string>;

  constructor(private readonly entries: readonly Entry[]) {
    this.#keys = new Set(entries.map(keyOf));
    this.#shown = new Set(entries.map(({ area, name }) => `${area} ${shownName(name)}`));
  }

  cookies<T extends Pick<WalkCookie, 'name' | 'domain'>>(seen: readonly T[]): T[] {
    return seen.filter(
      ({ name, domain }) => !this.#keys.has(keyOf({ area: 'cookie', name, of: domain })),
    );
  }

  stored<T extends Pick<WalkStored, 'area' | 'name' | 'origin'>>(seen: readonly T[]): T[] {
    return seen.filter(
      ({ area, name, origin }) => !this.#keys.has(keyOf({ area, name, of: origin })),
    );
  }

  /** A name that is there says nothing; one that the page writes does, whoever wrote it first. */
  timeline(seen: Timeline): Timeline {
    const isNews = (event: TimelineEvent): boolean =>
      event.kind !== 'storage' ||
      event.action !== 'present' ||
      !this.#shown.has(`${event.area} ${event.name}`);
    return { ...seen, events: seen.events.filter(isNews) };
  }

  /** What is left of it when all cookies and an origin's storages were cleared. */
  without(origin: string): Brought {
    return new Brought(this.entries.filter(({ area, of }) => area !== 'cookie' && of !== origin));
  }
}

/** @throws UsageError where the file can't be read, or is of another form. */
export function readBrought(file: string | null): Brought {
  if (file === null) return new Brought([]);
  const state = v.safeParse(StateSchema, readJson(file, '--storage-state'));
  if (!state.success) {
    throw new UsageError(`${file} (--storage-state) is not of the form that Playwright saves.`);
  }
  const { cookies, origins } = state.output;
  return new Brought([
    ...cookies.map(({ name, domain }) => ({ area: 'cookie' as const, name, of: domain })),
    ...origins.flatMap(({ origin: of, localStorage, indexedDB }) => [
      ...localStorage.map(({ name }) => ({ area: 'localStorage' as const, name, of })),
      ...indexedDB.map(({ name }) => ({ area: 'indexedDB' as const, name, of })),
    ]),
  ]);
}

interface Key {
  readonly area: string;
  readonly name: string;
  readonly of: string;
}

const keyOf = ({ area, name, of }: Key): string => `${area} ${of.replace(/^\./, '')} ${name}`;
