import type { Json } from '../json';
import { ask, firstText, type GlobalsReader, get } from '../read-page';

export const readGlobals: GlobalsReader = (page): Json => {
  const client = get(page, 'H');
  if (typeof get(client, 'getSessionURL') !== 'function') return null;
  return { state: firstText(ask(client, 'getRecordingState')) };
};
