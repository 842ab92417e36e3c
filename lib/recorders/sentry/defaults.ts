/** Documented defaults of Sentry Replay 11 (docs.sentry.io, session replay, privacy). */
export const DEFAULT_OPTIONS = {
  maskAllText: true,
  maskAllInputs: true,
  blockAllMedia: true,
  maskAttributes: ['title', 'placeholder', 'aria-label'],
} as const;
