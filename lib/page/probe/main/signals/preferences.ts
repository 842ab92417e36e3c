import { get } from '../natives';
import { noStates } from '../tape';
import type { NoteSignal } from './contract';

/** What the browser says for its person on every site: of that, no site has asked. */
export function notePreferences(navigator: Navigator, note: NoteSignal): void {
  noteGpc(navigator, note);
  noteDnt(navigator, note);
}

/**
 * Global Privacy Control: true is the person's opt-out from sale and sharing
 * (https://www.w3.org/TR/gpc/, `navigator.globalPrivacyControl`).
 */
function noteGpc(navigator: Navigator, note: NoteSignal): void {
  const value = get(navigator, 'globalPrivacyControl');
  const states = noStates();
  if (value === true) states['sale-or-sharing'] = 'denied';
  note('gpc', states, value === true ? 'on' : 'off');
}

/**
 * Do Not Track: `1` asks not to be tracked, `0` allows it, null says neither
 * (https://www.w3.org/TR/tracking-dnt/, `navigator.doNotTrack`).
 */
function noteDnt(navigator: Navigator, note: NoteSignal): void {
  const value = get(navigator, 'doNotTrack');
  if (value !== '1' && value !== '0') return;
  const states = noStates();
  states.tracking = value === '1' ? 'denied' : 'granted';
  note('dnt', states, value === '1' ? 'on' : 'off');
}
