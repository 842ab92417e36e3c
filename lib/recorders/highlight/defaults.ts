/** Documented default of highlight.run 10 (highlight.io, privacy). */
export const DEFAULT_OPTIONS = { privacySetting: 'default' } as const;
