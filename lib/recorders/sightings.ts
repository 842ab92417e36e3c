import type { PageFacts } from '../protocol/audit';
import type { RecorderId } from '../protocol/recorders';
import { classifyRequest, classifyStorage } from './endpoints';
import { isObject } from './json';

/** What a page showed of one recorder. */
export interface Signs {
  /** What its reader found in the page's own world, or null. As untrusted as the page. */
  readonly globals: Readonly<Record<string, unknown>> | null;
  /** One of its scripts was loaded. */
  readonly script: boolean;
  /** Something was sent to where its recordings go. */
  readonly sent: boolean;
  /** Its cookie or storage key is there. */
  readonly stored: boolean;
}

/** Collects the signs of one recorder; vendor hosts and paths count, guesses by path do not. */
export function signsOf(id: RecorderId, facts: PageFacts): Signs {
  const purposes = new Set(
    [...facts.scripts, ...facts.resources]
      .map((url) => classifyRequest(url, []))
      .filter((found) => found?.recorder === id)
      .map((found) => found?.purpose),
  );
  const globals = Object.hasOwn(facts.globals, id) ? facts.globals[id] : null;
  return {
    globals: isObject(globals) ? globals : null,
    script: purposes.has('asset'),
    sent: purposes.has('ingest'),
    stored:
      facts.cookieNames.some((name) => classifyStorage('cookie', name) === id) ||
      facts.storageKeys.some((name) => classifyStorage('localStorage', name) === id),
  };
}
