import { detectRecorders } from '../../recorders/detect';
import { readAllGlobals } from '../../recorders/globals';
import { globalsOf } from './globals-of';

/**
 * Recorders by their globals alone, for the probe: cheap enough to be asked again and again. Apart
 * from `facts.ts`, since the reader of facts has to carry none of what detection knows.
 */
export function findRecorders(win: Window): { id: string; recording: boolean | null }[] {
  const globals = readAllGlobals(globalsOf(win));
  const nothing = { scripts: [], resources: [], storageKeys: [], cookieNames: [] };
  return detectRecorders({ globals, ...nothing }).map(({ id, recording }) => ({ id, recording }));
}
