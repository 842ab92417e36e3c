import { decodeTcString } from '../../../../consent/tc-string';
import { apply, hasOwn, ownValue, slice } from '../natives';
import { type Details, noDetails, noStates } from '../tape';
import type { ConsentGlobals, NoteSignal } from './contract';
import { eachName, unset } from './read';

/**
 * IAB Transparency and Consent Framework 2.x: `__tcfapi('addEventListener', 2, callback)`, asked
 * once of every function that takes the name (a stub queues the call, the platform answers it).
 * Kept are the purposes' consents, the event's status, and of the TC string what tells nobody from
 * anybody: when and by whom it was made, and whether it discloses vendors (mandatory since 2.3).
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
    if (status === 'cmpuishown') unset(states);
    const remark = gdprApplies === false ? `${status} gdprApplies=false` : status;
    note('tcf', states, remark, detailsOf(data, cmpId));
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

function detailsOf(data: object, cmpId: number): Details {
  const details = noDetails();
  details.cmpId = cmpId;
  const version = ownValue(data, 'tcfPolicyVersion');
  if (typeof version === 'number') details.policyVersion = version;
  details.legitimateInterests = legitimateInterests(ownValue(data, 'purpose'));
  const text = ownValue(data, 'tcString');
  const known = typeof text === 'string' ? decodeTcString(text) : null;
  if (known !== null) {
    details.policyVersion ??= known.policyVersion;
    details.created = known.created;
    details.disclosedVendors = known.disclosedVendors;
  }
  return details;
}

function legitimateInterests(purpose: unknown): string {
  let ids = '';
  eachName(ownValue(purpose, 'legitimateInterests'), (name, isOn) => {
    if (isOn === true && name.length <= 3) ids += `${ids === '' ? '' : ' '}${name}`;
  });
  return ids;
}
