import { ownValue } from '../natives';
import { noStates } from '../tape';
import type { ReadSignal, States } from './contract';
import { tellDecisions } from './decisions';
import { ask, eachItem, eachName, find, isObject, put } from './read';

/**
 * Didomi: `getCurrentUserStatus().purposes`, in older versions `getUserStatus().purposes.consent`
 * (https://developers.didomi.io/cmp/web-sdk/reference/api). Whether somebody decided is what
 * `shouldUserStatusBeCollected()` and, before it, `shouldConsentBeCollected()` say.
 */
export const readDidomi: ReadSignal = ({ globals, note, cookie }) => {
  const hasToken = (): boolean => cookie('didomi_token') !== null;
  const tell = tellDecisions('didomi', note, hasToken);
  return () => {
    const api = globals.Didomi;
    // Until the SDK has come there is at most an object with settings.
    if (typeof find(api, 'getCurrentUserStatus') === 'function') {
      tell(statesOf(ask(api, 'getCurrentUserStatus')), isDecided(api, hasToken));
    } else if (typeof find(api, 'getUserStatus') === 'function') {
      tell(olderStatesOf(ask(api, 'getUserStatus')), isDecided(api, hasToken));
    }
  };
};

function isDecided(api: unknown, hasToken: () => boolean): boolean {
  const isDue =
    ask(api, 'shouldUserStatusBeCollected') ?? ask(api, 'shouldConsentBeCollected') ?? !hasToken();
  return isDue === false;
}

/** `{ purposes: { analytics: { id: 'analytics', enabled: true } } }` */
function statesOf(status: unknown): States {
  const states = noStates();
  eachName(ownValue(status, 'purposes'), (name, purpose) => {
    const isEnabled = ownValue(purpose, 'enabled');
    if (typeof isEnabled === 'boolean') put(states, name, isEnabled);
  });
  return states;
}

/** `{ purposes: { consent: { enabled: ['analytics'], disabled: [] } } }` */
function olderStatesOf(status: unknown): States {
  const states = noStates();
  const consent = ownValue(ownValue(status, 'purposes'), 'consent');
  if (!isObject(consent)) return states;
  eachItem(ownValue(consent, 'disabled'), (name) => put(states, name, false));
  eachItem(ownValue(consent, 'enabled'), (name) => put(states, name, true));
  return states;
}
