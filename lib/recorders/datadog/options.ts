import type { RecorderState } from '../../protocol/recorders';
import { isObject, isUndefinedMark } from '../json';
import { defaultsOf, isVersion6 } from './defaults';
import { isDefaultLevel, type Level } from './levels';

/** The options of `DD_RUM.init` that decide about capture, resolved. */
export interface DatadogOptions {
  readonly version6: boolean;
  readonly level: Level;
  readonly actionNameAttribute: string | null;
  /** Names of clicked elements leave out what the recording masks. */
  readonly privateNames: boolean;
  readonly tracksClicks: boolean;
  readonly tracksResources: boolean;
  /** A function of the page may change every event that is sent beside the recording. */
  readonly beforeSend: boolean;
  /** Lower-case texts that `mask-unless-allowlisted` shows; null: not known. */
  readonly allowlist: ReadonlySet<string> | null;
}

/** Resolves options as `DD_RUM.init` does; a level that it does not know is the default one. */
export function resolveOptions({ options, version }: RecorderState): DatadogOptions {
  const version6 = isVersion6(version);
  const defaults = defaultsOf(version);
  const level = options.defaultPrivacyLevel;
  const isOn = (name: 'trackUserInteractions' | 'trackResources'): boolean =>
    Boolean(given(options[name]) ?? true);
  const attribute = options.actionNameAttribute;
  return {
    version6,
    level: isDefaultLevel(level) ? level : defaults.defaultPrivacyLevel,
    actionNameAttribute: typeof attribute === 'string' && attribute !== '' ? attribute : null,
    privateNames: Boolean(
      given(options.enablePrivacyForActionName) ?? defaults.enablePrivacyForActionName,
    ),
    tracksClicks: isOn('trackUserInteractions'),
    tracksResources: isOn('trackResources'),
    beforeSend: Boolean(given(options.beforeSend)),
    allowlist: allowlist(given(options[ALLOWLIST])),
  };
}

/** The page's global that holds the texts which may be shown. */
export const ALLOWLIST = '$DD_ALLOW';

function allowlist(texts: unknown): ReadonlySet<string> | null {
  if (texts === undefined) return new Set();
  return Array.isArray(texts) && !isObject(texts)
    ? new Set(texts.filter((text) => typeof text === 'string'))
    : null;
}

const given = (value: unknown): unknown =>
  value === null || isUndefinedMark(value) ? undefined : value;
