import type { Json } from '../json';
import { ask, at, firstText, type GlobalsReader, get } from '../read-page';

export const readGlobals: GlobalsReader = (page): Json => {
  const tracker = get(page, '__OPENREPLAY__') ?? get(page, 'OpenReplay');
  if (typeof tracker !== 'object' || tracker === null) return null;
  const active = ask(tracker, 'isActive');
  return {
    version: firstText(at(tracker, 'app', 'version')),
    active: typeof active === 'boolean' ? active : null,
  };
};
