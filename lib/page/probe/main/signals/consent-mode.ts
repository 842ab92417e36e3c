import { indexOf, ownValue, slice } from '../natives';
import { type Details, noDetails, noStates } from '../tape';
import type { NoteSignal, ReadSignal, States } from './contract';
import { eachItem, eachName, isEmpty, isObject, put, unset } from './read';

export interface ConsentMode {
  /** Hears an entry of `dataLayer`. */
  hear(entry: unknown): void;
  /** Looks at the tag's own table. */
  readonly read: ReadSignal;
}

/**
 * Google Consent Mode v2 (https://developers.google.com/tag-platform/security/guides/consent): the
 * commands `consent default` and `consent update` as they are pushed on `dataLayer`, and the tag's
 * own table (`google_tag_data.ics`), whose effective state is the update, else the default.
 *
 * A default is set late where a tag was configured or an event sent before it (`details.setLate`);
 * `wasSetLate` in the table says the same. A default for some regions only is told by
 * `details.regions`, its states unset: which of them holds here is for the table to say.
 */
export function consentMode(note: NoteSignal): ConsentMode {
  let hasHit = false;
  const details = noDetails();

  const hearConsent = (action: unknown, given: unknown): void => {
    if (action !== 'default' && action !== 'update') return;
    if (action === 'default' && hasHit) details.setLate = true;
    const states = statesOf(given);
    const regions = action === 'default' ? regionsOf(given) : '';
    if (regions !== '') {
      unset(states);
      const before = details.regions === undefined ? '' : `${details.regions} `;
      details.regions = slice(before + regions, 0, 200);
    }
    note('consent-mode', states, action, known(details));
  };

  return {
    hear(entry) {
      const command = ownValue(entry, 0);
      if (command === 'config' || command === 'event') hasHit = true;
      if (command === 'consent') hearConsent(ownValue(entry, 1), ownValue(entry, 2));
    },
    read: ({ globals }) => {
      return () => {
        const table = ownValue(globals.google_tag_data, 'ics');
        const states = tableStates(ownValue(table, 'entries'));
        if (isEmpty(states)) return;
        const isLate = ownValue(table, 'wasSetLate') === true;
        if (isLate) details.setLate = true;
        note('consent-mode', states, isLate ? 'wasSetLate' : 'read', known(details));
      };
    },
  };
}

const known = (details: Details): Details | undefined => {
  for (const _ in details) return details;
  return undefined;
};

/** `{ad_storage: 'denied', wait_for_update: 500}` keeps what is granted or denied. */
function statesOf(given: unknown): States {
  const states = noStates();
  eachName(given, (name, state) => {
    if (state === 'granted' || state === 'denied') put(states, name, state === 'granted');
  });
  return states;
}

/** ISO 3166-2 codes: `['ES', 'US-AK']` becomes `ES US-AK`. What is longer is no code. */
function regionsOf(given: unknown): string {
  let codes = '';
  eachItem(ownValue(given, 'region'), (code) => {
    if (typeof code !== 'string' || code.length > 6 || indexOf(codes, code) !== -1) return;
    codes += `${codes === '' ? '' : ' '}${code}`;
  });
  return codes;
}

function tableStates(table: unknown): States {
  const states = noStates();
  if (!isObject(table)) return states;
  eachName(table, (name, entry) => {
    const effective = ownValue(entry, 'update') ?? ownValue(entry, 'default');
    if (typeof effective === 'boolean') put(states, name, effective);
  });
  return states;
}
