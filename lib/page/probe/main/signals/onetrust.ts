import { decodeUri, indexOf, slice } from '../natives';
import { noStates } from '../tape';
import type { ReadSignal, States } from './contract';
import { tellDecisions } from './decisions';
import { ask, put } from './read';

/**
 * OneTrust: `OnetrustActiveGroups` lists the categories that are on (`,C0001,C0002,`), the cookie
 * `OptanonConsent` all that there are (`groups=C0001:1,C0002:0`), and `OptanonAlertBoxClosed` is
 * written when a person has decided (https://developer.onetrust.com/onetrust/docs/using-apis, OneTrust
 * cookie reference). `C0001`, strictly necessary, is left out.
 */
export const readOneTrust: ReadSignal = ({ globals, note, cookie }) => {
  const isClosed = (): boolean => cookie('OptanonAlertBoxClosed') !== null;
  const tell = tellDecisions('onetrust', note, isClosed);
  return () => {
    const active = globals.OnetrustActiveGroups;
    if (typeof active !== 'string') return;
    const states = noStates();
    putGroups(states, groupsOf(cookie('OptanonConsent')) || USUAL, slice(active, 0, MAX_LENGTH));
    tell(states, isClosed() || ask(globals.OneTrust, 'IsAlertBoxClosed') === true);
  };
};

const MAX_LENGTH = 4_000;
const USUAL = 'C0002,C0003,C0004,C0005';

/** `groups=C0001:1,C0002:0` within the cookie; the rest of it, an id of the person too, is dropped. */
function groupsOf(value: string | null): string {
  const text = value === null ? '' : decodeUri(value);
  const from = indexOf(text, 'groups=');
  if (from === -1) return '';
  const to = indexOf(text, '&', from);
  return slice(text, from + 7, to === -1 ? from + MAX_LENGTH : to);
}

function putGroups(states: States, groups: string, active: string): void {
  for (let from = 0; from < groups.length; ) {
    const comma = indexOf(groups, ',', from);
    const end = comma === -1 ? groups.length : comma;
    const colon = indexOf(groups, ':', from);
    const name = slice(groups, from, colon === -1 || colon > end ? end : colon);
    if (name !== 'C0001' && name !== '1') put(states, name, indexOf(active, `,${name},`) !== -1);
    from = end + 1;
  }
}
