import { isArray, lower, mapGet, mapSet, ownValue } from '../natives';
import { tapFunction } from '../tap-function';
import { noStates } from '../tape';
import type { Witness } from '../wrap';
import type { ReadSignal } from './contract';
import { ask, eachItem, find, isEmpty, isObject, put } from './read';

/**
 * Microsoft Clarity's consent: what the page tells it (`clarity('consentv2', …)`, and the older
 * `clarity('consent')`), and what it then goes by, asked by its `metadata` command, which calls back
 * at once (https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2).
 * Only the real function is asked, which has a version: the snippet's would queue the question.
 *
 * Notes: `consent` and `consentv2` for what was told, `read` for what it goes by.
 */
export const readClarity: ReadSignal = ({ globals, note }) => {
  const met = new WeakMap<object, unknown>();

  const hear = (remark: string, consent: unknown): void => {
    const states = noStates();
    for (let i = 0; i < PURPOSES.length; i++) {
      const name = PURPOSES[i] ?? '';
      const state = ownValue(consent, name);
      const word = typeof state === 'string' ? lower(state) : '';
      if (word === 'granted' || word === 'denied') put(states, name, word === 'granted');
    }
    if (!isEmpty(states)) note('clarity', states, remark);
  };
  const hearCommand = (args: unknown): void => {
    const command = ownValue(args, 0);
    const given = ownValue(args, 1);
    if (command === 'consentv2') hear('consentv2', given);
    // Without a word it is a consent to all, https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-api.
    if (command === 'consent') hear('consent', given === false ? ALL_DENIED : ALL_GRANTED);
  };
  const witness: Witness = (_, args) => hearCommand(args);

  return () => {
    const api = globals.clarity;
    if (typeof api !== 'function') return;
    if (mapGet(met, api) === undefined) {
      mapSet(met, api, true);
      const queue = ownValue(api, 'q');
      if (isArray(queue)) eachItem(queue, hearCommand);
    }
    tapFunction(globals, 'clarity', witness);
    if (isObject(globals.clarity)) mapSet(met, globals.clarity, true);
    if (find(api, 'v') === undefined) return;
    const callback = (_data: unknown, _upgrade: unknown, consent: unknown): void => {
      try {
        hear('read', consent);
      } catch {
        // Clarity calls us: it must not see our errors.
      }
    };
    ask(globals, 'clarity', 'metadata', callback, false, false, true);
  };
};

const PURPOSES = ['ad_Storage', 'analytics_Storage'] as const;
const ALL_GRANTED = { ad_Storage: 'granted', analytics_Storage: 'granted' };
const ALL_DENIED = { ad_Storage: 'denied', analytics_Storage: 'denied' };
