import { ownValue } from '../natives';
import { noDetails, noStates } from '../tape';
import type { ReadSignal } from './contract';
import { tellDecisions } from './decisions';
import { find, isObject, put } from './read';

/**
 * Cookiebot: `Cookiebot.consent.{preferences,statistics,marketing}`, `hasResponse` once a person has
 * decided (https://www.cookiebot.com/en/developer/). `necessary` is left out. A consent whose method
 * is `implied` was given by nobody.
 */
export const readCookiebot: ReadSignal = ({ globals, note, cookie }) => {
  const tell = tellDecisions('cookiebot', note, () => cookie('CookieConsent') !== null);
  return () => {
    const api = globals.Cookiebot;
    const consent = find(api, 'consent');
    if (!isObject(consent)) return;
    const states = noStates();
    const { length } = CATEGORIES;
    for (let i = 0; i < length; i++) {
      const name = CATEGORIES[i] ?? '';
      const isGranted = ownValue(consent, name);
      if (typeof isGranted === 'boolean') put(states, name, isGranted);
    }
    const details = noDetails();
    const declined = find(api, 'declined');
    if (typeof declined === 'boolean') details.declined = declined;
    const isImplied = ownValue(consent, 'method') === 'implied';
    if (isImplied) details.implied = true;
    tell(states, find(api, 'hasResponse') === true && !isImplied, details);
  };
};

const CATEGORIES = ['preferences', 'statistics', 'marketing'] as const;
