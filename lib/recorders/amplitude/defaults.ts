/** Documented default of Amplitude Session Replay: inputs masked, text plain. */
export const DEFAULT_OPTIONS = { privacyConfig: { defaultMaskLevel: 'medium' } } as const;
