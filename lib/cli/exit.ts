/** Exit codes: what a pipeline may rely on. */
export const EXIT = { clear: 0, notClear: 1, failed: 2 } as const;
