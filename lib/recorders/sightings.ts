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
  const { purposes, storedBy } = tracesOf(facts);
  const globals = Object.hasOwn(facts.globals, id) ? facts.globals[id] : null;
  return {
    globals: isObject(globals) ? globals : null,
    script: purposes.has(`${id} asset`),
    sent: purposes.has(`${id} ingest`),
    stored: storedBy.has(id),
  };
}

interface Traces {
  /** `posthog ingest` */
  readonly purposes: ReadonlySet<string>;
  readonly storedBy: ReadonlySet<RecorderId | null>;
}

/** Thousands of addresses are looked at once, not once for each recorder. */
const TRACES = new WeakMap<PageFacts, Traces>();

function tracesOf(facts: PageFacts): Traces {
  const known = TRACES.get(facts);
  if (known) return known;
  const requests = [...facts.scripts, ...facts.resources].map((url) => classifyRequest(url, []));
  const traces = {
    purposes: new Set(requests.map((found) => (found ? `${found.recorder} ${found.purpose}` : ''))),
    storedBy: new Set([
      ...facts.cookieNames.map((name) => classifyStorage('cookie', name)),
      ...facts.storageKeys.map((name) => classifyStorage('localStorage', name)),
    ]),
  };
  TRACES.set(facts, traces);
  return traces;
}
