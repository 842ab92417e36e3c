import type { Json } from '../json';
import {
  addressesIn,
  ask,
  firstText,
  type GlobalsReader,
  get,
  keysOf,
  type PageGlobals,
  toJson,
} from '../read-page';
import { OPTION_NAMES } from './options';

/** The client keeps the options of its init call, and tells whether it records; no version. */
export const readGlobals: GlobalsReader = (page): Json => {
  const client = get(page, 'H');
  if (typeof get(client, 'getSessionURL') !== 'function') return null;
  return {
    state: firstText(ask(client, 'getRecordingState')),
    options: readOptions(page, get(client, 'options')),
    addresses: backendsIn(get(client, 'options')),
  };
};

/** The options that decide about capture, of those that were given; null: none were. */
export function readOptions(page: PageGlobals, options: unknown): Json {
  if (typeof options !== 'object' || options === null) return null;
  const given = new Set(keysOf(options));
  const named = OPTION_NAMES.filter((name) => given.has(name));
  return toJson({
    // Style sheets are inlined by default where a site is being developed.
    inlineStylesheet: isLocal(page),
    ...Object.fromEntries(named.map((name) => [name, get(options, name)])),
  });
}

function isLocal(page: PageGlobals): boolean {
  const host = get(get(page, 'location'), 'hostname');
  return host === 'localhost' || host === '127.0.0.1' || host === '';
}

/** Where the client was told to send. */
export const backendsIn = (options: unknown): Json =>
  addressesIn(get(options, 'backendUrl'), get(options, 'otlpEndpoint'));
