import { isArray, ownValue } from '../natives';
import { noDetails, noStates } from '../tape';
import type { ReadSignal, States } from './contract';
import { isEmpty, isObject, put } from './read';

/**
 * Microsoft Advertising's Universal Event Tracking: `uetq.uetConfig.consent` once its script has
 * come, before it the commands in the queue: `'consent', 'default', { ad_storage: 'denied' }`
 * (https://help.ads.microsoft.com/#apex/ads/en/60119/-1, "UET consent mode").
 *
 * Notes: `default`, `update`, or `off` where the tag goes by no consent at all.
 */
export const readUet: ReadSignal =
  ({ globals, note }) =>
  () => {
    const queue = globals.uetq;
    const consent = ownValue(ownValue(queue, 'uetConfig'), 'consent');
    if (isObject(consent)) {
      const states = noStates();
      const details = noDetails();
      const isEnabled = ownValue(consent, 'enabled') === true;
      details.enabled = isEnabled;
      const allowed = ownValue(consent, 'adStorageAllowed');
      if (isEnabled && typeof allowed === 'boolean') put(states, 'ad_storage', allowed);
      const isUpdated = ownValue(consent, 'adStorageUpdated') === true;
      note('uet', states, !isEnabled ? 'off' : isUpdated ? 'update' : 'default', details);
    } else if (isArray(queue)) {
      readQueue(queue, (states, action) => note('uet', states, action));
    }
  };

const MAX_QUEUE = 500;

/** The last command that names a consent holds. */
function readQueue(queue: unknown[], tell: (states: States, action: string) => void): void {
  const states = noStates();
  let last = '';
  for (let i = 0; i + 2 < queue.length && i < MAX_QUEUE; i++) {
    const action = ownValue(queue, i + 1);
    if (ownValue(queue, i) !== 'consent' || (action !== 'default' && action !== 'update')) continue;
    const state = ownValue(ownValue(queue, i + 2), 'ad_storage');
    if (state !== 'granted' && state !== 'denied') continue;
    put(states, 'ad_storage', state === 'granted');
    last = action;
  }
  if (!isEmpty(states)) tell(states, last);
}
