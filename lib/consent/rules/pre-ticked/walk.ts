import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerToggle } from '../../../protocol/walk/banner';
import { noBanner, quote, readingsOf, shown } from '../../walk/readings';
import { listOf, teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** No switch for something that needs consent is on before somebody switches it on. */
export const preTicked: WalkRule = {
  id: 'pre-ticked',
  title: message('consent.walk.preTicked.title'),
  source:
    'CJEU, C-673/17 (Planet49), 1 October 2019; GDPR, recital 32; EDPB cookie banner taskforce, type B',
  judge({ walk }) {
    const { banner, settings } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const toggles = [...banner.toggles, ...(settings?.toggles ?? [])];
    const optional = toggles.filter(({ essential }) => !essential);
    const found = [...switchedOn(optional), ...lockedOn(optional)];
    if (found.length > 0) return found;
    const isOpen = settings !== null || shown(banner, 'settings').length === 0;
    if (!isOpen || (toggles.length === 0 && !banner.allPurposesRead && settings === null)) {
      const text = message('consent.walk.preTicked.reviewUnread', toggles.length);
      return [tell('needs-review', { text, selector: banner.selector })];
    }
    const text =
      toggles.length === 0
        ? message('consent.walk.preTicked.passNone')
        : message('consent.walk.preTicked.pass', optional.length);
    return [tell('pass', { text, selector: banner.selector })];
  },
};

const tell = teller('pre-ticked', 'high');

function switchedOn(toggles: readonly BannerToggle[]): Finding[] {
  const on = toggles.filter((toggle) => toggle.on && !toggle.disabled);
  const [first] = on;
  if (first === undefined) return [];
  const text = message('consent.walk.preTicked.fail', on.length, toggles.length, labels(on));
  return [tell('fail', { text, selector: first.selector })];
}

/** A switch that is on for good and says nothing of being needed: a person has to say what it is. */
function lockedOn(toggles: readonly BannerToggle[]): Finding[] {
  const on = toggles.filter((toggle) => toggle.on && toggle.disabled);
  const [first] = on;
  if (first === undefined) return [];
  const text = message('consent.walk.preTicked.reviewLocked', on.length, labels(on));
  return [tell('needs-review', { text, selector: first.selector, part: 'locked' })];
}

const labels = (toggles: readonly BannerToggle[]): string =>
  listOf(toggles.map(({ label }) => quote(label)));
