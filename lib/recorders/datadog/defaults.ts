/** Defaults of every version. */
export const SHARED_DEFAULTS = { trackUserInteractions: true, trackResources: true } as const;

/** Default of Datadog RUM 7 (`RUM_SCHEMA` in browser-rum-core 7.16). */
export const DEFAULT_OPTIONS = {
  ...SHARED_DEFAULTS,
  defaultPrivacyLevel: 'mask-user-input',
  enablePrivacyForActionName: true,
} as const;

/** Default of Datadog RUM 6 (`validateAndBuildRumConfiguration` in browser-rum-core 6.33). */
export const DEFAULT_OPTIONS_V6 = {
  ...SHARED_DEFAULTS,
  defaultPrivacyLevel: 'mask',
  enablePrivacyForActionName: false,
} as const;

/** The defaults of a version; null: not known, which counts as the newest. */
export const defaultsOf = (
  version: string | null,
): typeof DEFAULT_OPTIONS | typeof DEFAULT_OPTIONS_V6 =>
  isVersion6(version) ? DEFAULT_OPTIONS_V6 : DEFAULT_OPTIONS;

export const isVersion6 = (version: string | null): boolean => version?.startsWith('6.') === true;
