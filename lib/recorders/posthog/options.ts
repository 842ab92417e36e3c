import { isObject, isUndefinedMark } from '../json';
import { DEFAULT_OPTIONS } from './defaults';

/** What posthog-js was given, by whom. */
export interface GivenOptions {
  /** `session_recording` of the init call. */
  readonly client: Readonly<Record<string, unknown>>;
  /** The project's settings, with `masking`; null: the server has not answered. */
  readonly server: Readonly<Record<string, unknown>> | null;
  /** The init call's other options. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Options that the init call may set; all others are ignored by posthog-js. */
const ALLOWED = [
  'blockClass',
  'blockSelector',
  'ignoreClass',
  'maskTextClass',
  'maskTextSelector',
  'maskTextFn',
  'maskAllInputs',
  'maskInputOptions',
  'maskInputFn',
  'maskAllElementAttributes',
  'maskAttributeFn',
  'slimDOMOptions',
  'inlineStylesheet',
  'recordCrossOriginIframes',
] as const;

/** The four that the project's "Privacy and masking" settings can set as well. */
const SHARED = [
  'maskAllInputs',
  'maskTextSelector',
  'blockSelector',
  'maskAllElementAttributes',
] as const;

const PAGE_URL = [
  'mask_personal_data_properties',
  'custom_personal_data_properties',
  'disable_capture_url_hashes',
] as const;

/**
 * The options in effect, merged as posthog-js merges them: the init call wins field by field over
 * the project, and any of the four shared fields, wherever it is set, makes `maskAllInputs` default
 * to true.
 */
export function effectiveOptions(given: GivenOptions): Record<string, unknown> {
  const { client, config } = given;
  const options: Record<string, unknown> = { ...DEFAULT_OPTIONS };
  for (const name of ALLOWED) {
    if (Object.hasOwn(client, name)) options[name] = plainOf(client[name]);
  }
  if (Object.hasOwn(client, 'maskInputOptions')) {
    const types = client.maskInputOptions;
    options.maskInputOptions = { password: true, ...(isObject(types) ? types : {}) };
  }
  Object.assign(options, sharedOptions(given));
  for (const name of PAGE_URL) {
    if (config[name] !== undefined && !isUndefinedMark(config[name])) options[name] = config[name];
  }
  for (const name of ['maskCapturedNetworkRequestFn', 'maskNetworkRequestFn', 'captureJsonLd']) {
    if (plainOf(client[name])) options[name] = client[name];
  }
  return options;
}

/** Whether nothing is left that the server could still change. */
export const isSettled = ({ client, server }: GivenOptions): boolean =>
  server !== null || SHARED.every((name) => plainOf(client[name]) != null);

function sharedOptions({ client, server }: GivenOptions): Record<string, unknown> {
  const project = isObject(server?.masking) ? server.masking : {};
  const either = (name: (typeof SHARED)[number]) => plainOf(client[name]) ?? plainOf(project[name]);
  if (SHARED.every((name) => either(name) === undefined)) return {};
  return {
    maskAllInputs: either('maskAllInputs') ?? true,
    maskTextSelector: either('maskTextSelector') ?? undefined,
    blockSelector: either('blockSelector') ?? undefined,
    maskAllElementAttributes: either('maskAllElementAttributes') ?? false,
  };
}

const plainOf = (value: unknown): unknown => (isUndefinedMark(value) ? undefined : value);
