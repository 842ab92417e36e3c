import { ownValue } from '../natives';
import { isObject } from '../signals/read';
import type { NoteNamed } from './identify';
import { namedBy } from './named';

/**
 * How a page names somebody to Google's tag: `gtag('set', 'user_data', …)`, `user_id` in `set` and
 * `config` (https://developers.google.com/analytics/devguides/collection/ga4/user-id,
 * https://support.google.com/google-ads/answer/13258081), and the same in an event's object on
 * `dataLayer`. Other keys of an event are about the event, whatever they are called.
 */
export function hearGoogle(note: NoteNamed): (entry: unknown) => void {
  const tell = (by: string, given: unknown): void => {
    if (!isObject(given)) return;
    if (isObject(ownValue(given, 'user_data'))) tellUserData(by);
    for (let i = 0; i < IDS.length; i++) {
      const id = ownValue(given, IDS[i] ?? '');
      if (typeof id === 'string' || typeof id === 'number') note(null, by, namedBy({ 0: id }, 0));
    }
  };
  const tellUserData = (by: string): void =>
    note(null, `${by} user_data`, { email: false, traits: true, id: false });

  return (entry) => {
    const command = ownValue(entry, 0);
    if (command === 'set' && ownValue(entry, 1) === 'user_data') tellUserData('gtag.set');
    else if (command === 'set') tell('gtag.set', ownValue(entry, 1));
    else if (command === 'config') tell('gtag.config', ownValue(entry, 2));
    else if (command === undefined) tell('dataLayer', entry);
  };
}

const IDS = ['user_id', 'userId', 'userID', 'uid', 'customer_id', 'customerId'] as const;
