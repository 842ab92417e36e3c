import type { Leftover } from '../../protocol/proof';
import { redactText } from '../../report/redact-text';
import type { Canary } from '../../wire/contract';
import { findCanaries } from '../../wire/match';

/** Where in this origin's storage canaries stand: drafts, queues of what is still to be sent. */
export function leftoversIn(win: Window, canaries: readonly Canary[]): Leftover[] {
  const found = [
    ...inArea('localStorage', () => win.localStorage, canaries),
    ...inArea('sessionStorage', () => win.sessionStorage, canaries),
    ...cookies(win.document)
      .filter(([, value]) => holds(value, canaries))
      .map(([name]): Leftover => ({ area: 'cookie', name })),
  ];
  return found
    .map(({ area, name }) => ({ area, name: redactText(name).slice(0, 300) }))
    .slice(0, MOST);
}

const MOST = 100;
/** Values with more characters than this are no draft. */
const MOST_CHARACTERS = 5_000_000;

function inArea(
  area: 'localStorage' | 'sessionStorage',
  open: () => Storage,
  canaries: readonly Canary[],
): Leftover[] {
  try {
    // A frame without an origin of its own may not even ask.
    const storage = open();
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return names
      .filter((name) => holds(storage.getItem(name) ?? '', canaries))
      .map((name) => ({ area, name }));
  } catch {
    return [];
  }
}

function cookies(document: Document): [string, string][] {
  try {
    return document.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
    });
  } catch {
    return [];
  }
}

const holds = (text: string, canaries: readonly Canary[]): boolean =>
  text !== '' &&
  text.length <= MOST_CHARACTERS &&
  findCanaries({ canaries, shams: [] }, [{ id: '', url: '', body: text }]).hits.length > 0;
