import type { Json } from '../json';
import {
  addressesIn,
  ask,
  at,
  firstText,
  type GlobalsReader,
  get,
  shareIn,
  toJson,
  versionIn,
} from '../read-page';

/** Options of `posthog.init` beside `session_recording` that decide about a recording. */
const TOP_LEVEL = [
  'disable_session_recording',
  'mask_personal_data_properties',
  'custom_personal_data_properties',
  'disable_capture_url_hashes',
] as const;

/**
 * The options that PostHog runs with: those of `posthog.init`, and the project's settings as the
 * server sent them, which posthog-js keeps in its persistence. An instance that was imported as a
 * module is not on `window`; then only its extensions show that it is there.
 */
export const readGlobals: GlobalsReader = (page): Json => {
  const instance = get(page, 'posthog');
  const extensions = get(page, '__PosthogExtensions__');
  const config = get(instance, 'config');
  if (config === undefined && extensions === undefined && get(instance, '__SV') === undefined) {
    return null;
  }
  const started = ask(instance, 'sessionRecordingStarted');
  return {
    instance: typeof config === 'object' && config !== null,
    version: versionIn(get(instance, 'version'), get(instance, 'LIB_VERSION')),
    started: typeof started === 'boolean' ? started : null,
    status: firstText(at(instance, 'sessionRecording', 'status')),
    recorderLoaded: typeof at(extensions, 'rrweb', 'record') === 'function',
    client: toJson(get(config, 'session_recording') ?? {}),
    config: toJson(Object.fromEntries(TOP_LEVEL.map((name) => [name, get(config, name)]))),
    server: projectSettings(instance),
    rate: shareIn(at(storedSettings(instance), 'sampleRate'), 1),
    addresses: addressesIn(get(config, 'api_host')),
  };
};

/** Null: the server has not answered, or its answer is not there to be read. */
function projectSettings(instance: unknown): Json {
  const settings = storedSettings(instance);
  if (typeof settings !== 'object' || settings === null) return null;
  return { enabled: get(settings, 'enabled') === true, masking: toJson(get(settings, 'masking')) };
}

/** posthog.com/docs/session-replay/how-to-control-which-sessions-you-record: the rate is a part of them. */
const storedSettings = (instance: unknown): unknown =>
  at(instance, 'persistence', 'props', '$session_recording_remote_config');
