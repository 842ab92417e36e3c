export const VERDICTS = ['blocked', 'needs-proof', 'clear'] as const;
export type Verdict = (typeof VERDICTS)[number];
