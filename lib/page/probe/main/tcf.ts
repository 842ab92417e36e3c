import type { ConsentGlobals, NoteSignal } from './consent-contract';
import { apply, hasOwn, slice } from './natives';
import { noStates } from './tape';

/**
 * IAB Transparency and Consent Framework 2.x: `__tcfapi('addEventListener', 2, callback)`, asked
 * once of every function that takes the name (a stub queues the call, the platform answers it).
 * Kept are the purposes' consents and the event's status; the TC string is not.
 */
export function tapTcf(
  globals: ConsentGlobals,
  note: NoteSignal,
): { poll(): void; cmpId(): number } {
  let asked: unknown;
  let cmpId = 0;

  const hear = (data: unknown): void => {
    if (typeof data !== 'object' || data === null) return;
    const { eventStatus, purpose, cmpId: id, gdprApplies } = data as TcData;
    if (typeof id === 'number' && id > 0 && id < 1e6) cmpId = id;
    const states = noStates();
    const consents = purpose?.consents;
    for (const name in consents) {
      if (!hasOwn(consents, name)) continue;
      states[`purpose ${slice(name, 0, 20)}`] = consents[name] === true ? 'granted' : 'denied';
    }
    const status = typeof eventStatus === 'string' ? slice(eventStatus, 0, 60) : '';
    // While the banner is up, what stands in the string is not what a person said.
    if (status === 'cmpuishown') for (const name in states) states[name] = 'unset';
    note('tcf', states, gdprApplies === false ? `${status} gdprApplies=false` : status);
  };

  return {
    cmpId: () => cmpId,
    poll() {
      const api = globals.__tcfapi;
      if (typeof api !== 'function' || api === asked) return;
      asked = api;
      const callback = (data: unknown): void => {
        try {
          hear(data);
        } catch {
          // The consent platform calls us: it must not see our errors.
        }
      };
      apply(api as (...args: unknown[]) => unknown, globals, ['addEventListener', 2, callback]);
    },
  };
}

interface TcData {
  readonly eventStatus?: unknown;
  readonly gdprApplies?: unknown;
  readonly cmpId?: unknown;
  readonly purpose?: { readonly consents?: Readonly<Record<string, unknown>> };
}
