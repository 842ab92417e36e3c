import { dictionary, hasOwn, quote, slice } from './natives';

/** How many events one document's tape holds. Traffic leaves room for what happens rarely. */
export const TAPE_LIMIT = 5_000;
const RARE_RESERVE = 1_000;

/** A field of an event. Lists and objects are put in as text by {@link statesJson}. */
export type Fields = Record<string, string | number | boolean | null | Json>;

/** Text that is JSON already. */
export interface Json {
  readonly json: string;
}

/**
 * The probe's memory: a bounded list of events, kept as one JSON text, because a text cannot be
 * changed from outside and needs nothing of `Array.prototype` or `toJSON` when it is handed out.
 */
export interface Tape {
  /** Events that a page can make by the thousand: requests, cookies, storage. */
  traffic(kind: 'request' | 'storage', t: number, fields: Fields): void;
  /** Events that are rare by nature: signals, starts of recorders, calls that name somebody. */
  rare(kind: 'signal' | 'recorder' | 'call', t: number, fields: Fields): void;
  /** `[event,event,…]` */
  json(): string;
  dropped(): number;
  /** While `silent` runs, nothing is written: what the probe itself sets off is not the page's. */
  silently<T>(work: () => T): T;
}

export function createTape(limit = TAPE_LIMIT, reserve = RARE_RESERVE): Tape {
  let text = '';
  let traffic = 0;
  let rare = 0;
  let dropped = 0;
  let muted = 0;

  const write = (kind: string, t: number, fields: Fields): void => {
    text += `${text === '' ? '' : ','}{"kind":${quote(kind)},"t":${t}${fieldsJson(fields)}}`;
  };

  return {
    traffic(kind, t, fields) {
      if (muted > 0) return;
      if (traffic >= limit - reserve) {
        dropped++;
        return;
      }
      traffic++;
      write(kind, t, fields);
    },
    rare(kind, t, fields) {
      if (rare >= reserve) {
        dropped++;
        return;
      }
      rare++;
      write(kind, t, fields);
    },
    json: () => `[${text}]`,
    dropped: () => dropped,
    silently(work) {
      muted++;
      try {
        return work();
      } finally {
        muted--;
      }
    },
  };
}

/** Consent states by purpose, in the order given: `{"analytics_storage":"denied"}`. */
export function statesJson(states: Record<string, string | undefined>): Json {
  let json = '';
  let count = 0;
  for (const name in states) {
    const state = states[name];
    if (state === undefined || count >= MAX_STATES) continue;
    count++;
    json += `${json === '' ? '' : ','}${quote(slice(name, 0, 80))}:${quote(state)}`;
  }
  return { json: `{${json}}` };
}

const MAX_STATES = 60;

/** What else a signal tells, by name: `{"cmpId":300,"disclosedVendors":false}`. */
export function detailsJson(details: Details): Json {
  let json = '';
  for (const name in details) {
    const value = details[name];
    if (value === undefined || !isJson(value)) continue;
    const text = typeof value === 'string' ? quote(slice(value, 0, 200)) : `${value}`;
    json += `${json === '' ? '' : ','}${quote(name)}:${text}`;
  }
  return { json: `{${json}}` };
}

/** Details by names that the probe gives, so there are few. */
export type Details = Record<string, string | number | boolean | undefined>;

/** NaN and infinities are no JSON. */
const isJson = (value: string | number | boolean): boolean =>
  typeof value !== 'number' || value - value === 0;

/** An empty dictionary of details. */
export const noDetails = (): Details => dictionary<string | number | boolean>();

/** An empty dictionary of consent states. */
export const noStates = (): Record<string, string | undefined> => dictionary<string>();

function fieldsJson(fields: Fields): string {
  let json = '';
  for (const name in fields) {
    const value = hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) continue;
    json += `,${quote(name)}:${valueJson(value)}`;
  }
  return json;
}

function valueJson(value: string | number | boolean | null | Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object') return value.json;
  return `${value}`;
}
