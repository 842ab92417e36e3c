import { readLabel } from '../../consent/words/label';
import type { BannerControl } from '../../protocol/walk/banner';
import { createLocator } from '../locator';
import { measure } from './controls';
import { rootsIn } from './deep';
import { nameOf } from './label';
import { CONSENT_WORDS, REOPENERS } from './marks';
import type { BannerPorts } from './ports';
import { CONTROLS } from './pressable';
import { isSeen } from './visible';

const MOST = 6;

/**
 * Controls of the page, outside any banner, that lead back to a choice: a platform's widget, or what
 * says so ("Cookie settings", "Privacy choices"). The likeliest first.
 */
export function reopenersIn(ports: BannerPorts): BannerControl[] {
  const locate = createLocator();
  const roots = rootsIn(ports);
  const widgets = roots.flatMap((root) => [...root.querySelectorAll(REOPENERS)]).filter(isSeen);
  const spoken = roots
    .flatMap((root) => [...root.querySelectorAll(CONTROLS)])
    .filter((control) => isSeen(control) && leadsBack(control))
    .toSorted((a, b) => rank(a) - rank(b));
  const found = [...new Set([...widgets, ...spoken])].slice(0, MOST);
  return found.map((element) => ({
    ...measure(element, locate(element).selector, ports),
    role: 'settings',
  }));
}

function leadsBack(control: Element): boolean {
  const label = nameOf(control);
  if (label.length > 80 || !CONSENT_WORDS.test(label)) return false;
  const says = readLabel(label).label;
  return says === 'settings' || says === 'reject' || CHOICES.test(label);
}

/** A choice of privacy that is named as one, and not the page that explains it. */
const CHOICES =
  /choices|settings|preferences|options|einstellung|präferenz|choix|paramètres|préférences|préf|gérer|preferencias|opciones|configura|preferenze|impostazioni|scelte|voorkeur|instelling|ustawienia|wybór|inställningar|indstillinger|innstillinger|asetukset|nastavení|beállítás|setări|ayarlar|настройки|ρυθμίσεις|設定|设置|設置|설정|do not sell|opt[- ]out|withdraw|widerruf|revoke|retirer/i;

/** A button, or a link that stays on the page, before one that leads to another page. */
function rank(control: Element): number {
  if (control.localName !== 'a') return 0;
  const href = control.getAttribute('href') ?? '';
  return href === '' || href.startsWith('#') || href.startsWith('javascript:') ? 0 : 1;
}
