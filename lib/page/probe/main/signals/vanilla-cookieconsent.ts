import { decodeUri, isArray, ownValue, parseJson } from '../natives';
import { noStates } from '../tape';
import type { ReadSignal, States } from './contract';
import { tellDecisions } from './decisions';
import { ask, eachItem, eachName, find, isEmpty, put } from './read';

/**
 * vanilla-cookieconsent (https://cookieconsent.orestbida.com/advanced/api-reference.html):
 * `CookieConsent.getUserPreferences()` where it is on the window, else its cookie `cc_cookie`, of
 * which the ids and times are dropped. `necessary` is left out.
 */
export const readVanilla: ReadSignal = ({ globals, note, cookie }) => {
  const hasCookie = (): boolean => cookie(COOKIE) !== null;
  const tell = tellDecisions('vanilla-cookieconsent', note, hasCookie);
  return () => {
    const api = globals.CookieConsent;
    if (typeof find(api, 'getUserPreferences') === 'function') {
      const states = statesOf(ask(api, 'getUserPreferences'));
      tell(states, ask(api, 'validConsent') === true);
      return;
    }
    const value = cookie(COOKIE);
    if (value === null || value.length > MAX_LENGTH) return;
    const states = keptStates(parseJson(decodeUri(value)));
    if (!isEmpty(states)) tell(states, true);
  };
};

const COOKIE = 'cc_cookie';
const MAX_LENGTH = 8_000;
const NECESSARY = 'necessary';

/** `{ acceptedCategories: ['necessary'], rejectedCategories: ['analytics'] }` */
function statesOf(preferences: unknown): States {
  const states = noStates();
  const putAll = (list: string, isGranted: boolean): void =>
    eachItem(ownValue(preferences, list), (name) => {
      if (name !== NECESSARY) put(states, name, isGranted);
    });
  putAll('rejectedCategories', false);
  putAll('acceptedCategories', true);
  return states;
}

/** `{ categories: ['necessary', 'analytics'], services: { necessary: [], analytics: [], ads: [] } }` */
function keptStates(kept: unknown): States {
  const states = noStates();
  const categories = ownValue(kept, 'categories');
  if (!isArray(categories)) return states;
  eachName(ownValue(kept, 'services'), (name) => {
    if (name !== NECESSARY) put(states, name, false);
  });
  eachItem(categories, (name) => {
    if (name !== NECESSARY) put(states, name, true);
  });
  // Where only what is necessary was accepted, older cookies name nothing else.
  if (isEmpty(states)) put(states, 'optional', false);
  return states;
}
