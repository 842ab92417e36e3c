export function findChromium(): string | null;
export function findFirefox(): string | null;
export const CHROMIUM_ARGS: string[];
