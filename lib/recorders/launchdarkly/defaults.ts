/** Documented default of LaunchDarkly's session replay (launchdarkly.com docs, session replay). */
export const DEFAULT_OPTIONS = { privacySetting: 'strict' } as const;
