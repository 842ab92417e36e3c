import { readFileSync } from 'node:fs';

/** The version of the package that the built program is part of. */
export const VERSION = readVersion();

function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  const version: unknown = JSON.parse(readFileSync(file, 'utf8')).version;
  return typeof version === 'string' ? version : 'unknown';
}
