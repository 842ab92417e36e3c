/** Default of Datadog RUM 7; version 6 has `mask` (docs.datadoghq.com, session replay privacy). */
export const DEFAULT_OPTIONS = { defaultPrivacyLevel: 'mask-user-input' } as const;

export const DEFAULT_OPTIONS_V6 = { defaultPrivacyLevel: 'mask' } as const;
