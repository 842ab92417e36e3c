import type { Json } from '../json';
import {
  addressesIn,
  ask,
  at,
  type GlobalsReader,
  get,
  keysOf,
  toJson,
  versionIn,
} from '../read-page';

/** Options of the constructor that decide about capture. */
const OPTIONS = [
  'defaultInputMode',
  'obscureInputEmails',
  'obscureInputNumbers',
  'obscureInputDates',
  'obscureTextEmails',
  'obscureTextNumbers',
  'privateMode',
  'domSanitizer',
  'captureIFrames',
  'crossdomain',
  'inlineCss',
  'disableSprites',
  'captureResourceTimings',
  'resourceNameSanitizer',
  'urls',
  'consoleMethods',
] as const;

/** The tracker keeps the options that it was given, and tells whether it records. */
export const readGlobals: GlobalsReader = (page): Json => {
  const tracker = get(page, '__OPENREPLAY__') ?? get(page, 'OpenReplay');
  if (typeof tracker !== 'object' || tracker === null) return null;
  const active = ask(tracker, 'isActive');
  const options = get(tracker, 'options');
  const given = new Set(keysOf(options));
  const named = OPTIONS.filter((name) => given.has(name));
  const disabled = at(options, 'network', 'disabled');
  return {
    version: versionIn(at(tracker, 'app', 'version')),
    active: typeof active === 'boolean' ? active : null,
    addresses: addressesIn(get(options, 'ingestPoint')),
    options:
      typeof options === 'object' && options !== null
        ? toJson({
            ...Object.fromEntries(named.map((name) => [name, get(options, name)])),
            ...(disabled === undefined ? {} : { network: { disabled: disabled === true } }),
          })
        : null,
  };
};
