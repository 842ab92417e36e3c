import { ownValue } from '../natives';
import { noDetails, noStates } from '../tape';
import type { ReadSignal } from './contract';
import { tellDecisions } from './decisions';
import { ask, isObject, put } from './read';

/**
 * Shopify's Customer Privacy API (https://shopify.dev/docs/api/customer-privacy): what the visitor
 * said (`currentVisitorConsent()`: `yes`, `no` or nothing), and in the details what the shop may do,
 * which in many regions it may before anybody was asked.
 */
export const readShopify: ReadSignal = ({ globals, note }) => {
  const tell = tellDecisions('shopify', note, null);
  return () => {
    const api = ownValue(globals.Shopify, 'customerPrivacy');
    const consent = ask(api, 'currentVisitorConsent');
    if (!isObject(consent)) return;
    const states = noStates();
    let isDecided = false;
    for (let i = 0; i < PURPOSES.length; i++) {
      const name = PURPOSES[i] ?? '';
      const said = ownValue(consent, name);
      put(states, name, said === 'yes');
      if (said === 'yes' || said === 'no') isDecided = true;
      else states[name] = 'unset';
    }
    const details = noDetails();
    for (let i = 0; i < MAY.length; i++) {
      const name = MAY[i] ?? '';
      const isAllowed = ask(api, name);
      if (typeof isAllowed === 'boolean') details[name] = isAllowed;
    }
    tell(states, isDecided, details);
  };
};

const PURPOSES = ['preferences', 'analytics', 'marketing', 'sale_of_data'] as const;
const MAY = [
  'analyticsProcessingAllowed',
  'marketingAllowed',
  'preferencesProcessingAllowed',
  'saleOfDataAllowed',
] as const;
