import type { ChoiceState } from '../pages/page';
import { consentMode } from './consent-mode';
import { cookieconsentPlatform } from './cookieconsent';
import { fingerprint } from './fingerprint';
import { klaroPlatform } from './klaro';
import { ownPlatform } from './own';
import { fillFrame } from './own/frame';
import { watchRecorder } from './recorder';
import { readSettings, type Settings } from './settings';
import { tarteaucitronPlatform } from './tarteaucitron';

const PLATFORMS = {
  klaro: klaroPlatform,
  cookieconsent: cookieconsentPlatform,
  tarteaucitron: tarteaucitronPlatform,
} as const;

const settings = readSettings();
if (settings.isFrame) document.addEventListener('DOMContentLoaded', () => fillFrame(settings));
else run(settings);

function run({ page }: Settings): void {
  const record = watchRecorder(settings);
  const signal = page.consentMode === undefined ? null : consentMode(page.consentMode);
  if (page.flaws.includes('fingerprints')) fingerprint();
  let last: ChoiceState | null = null;
  const changed = (state: ChoiceState): void => {
    if (state === last) return;
    last = state;
    record(state);
    signal?.(state);
  };
  if (page.platform === 'own') {
    document.addEventListener('DOMContentLoaded', () => ownPlatform(settings, changed));
    return;
  }
  PLATFORMS[page.platform](settings, (yes) => changed(stateOf(yes)));
}

/** A platform says yes or no; that a no came after a yes is remembered here. */
function stateOf(yes: boolean | null): ChoiceState {
  if (yes === null) return 'none';
  if (yes) localStorage.setItem('consent-was-given', '1');
  if (yes) return 'accepted';
  return localStorage.getItem('consent-was-given') === '1' ? 'withdrawn' : 'rejected';
}
