import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerReading } from '../../../protocol/walk/banner';
import { noBanner, noReject, quote, readingsOf, shown } from '../../walk/readings';
import { teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** Refusing works without a pointer, and Esc does not accept. */
export const keyboard: WalkRule = {
  id: 'keyboard',
  title: message('consent.walk.keyboard.title'),
  source: 'WCAG 2.2, success criteria 2.1.1, 2.1.2 and 4.1.2; Directive (EU) 2019/882',
  judge({ walk, policy }) {
    const { banner, all } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const tried = all.find((reading) => reading.keyboard !== null);
    const found = tried === undefined ? [] : barriers(tried);
    const nameless = unnamed(banner);
    if (found.length + nameless.length > 0) return [...found, ...nameless];
    if (tried === undefined) return [notTried(banner)];
    if (shown(banner, 'reject').length === 0) return noReject(tell);
    const tabs = tried.keyboard?.tabsToReject ?? null;
    if (tabs === null) return [notTried(banner)];
    const { tabs: most } = policy.thresholds;
    const isFar = tabs > most;
    const text = message(
      isFar ? 'consent.walk.keyboard.reviewFar' : 'consent.walk.keyboard.pass',
      tabs,
      most,
    );
    return [tell(isFar ? 'needs-review' : 'pass', { text, selector: banner.selector })];
  },
};

const tell = teller('keyboard', 'medium');

const notTried = ({ selector }: BannerReading): Finding =>
  tell('needs-review', { text: message('consent.walk.keyboard.review'), selector });

function barriers(reading: BannerReading): Finding[] {
  const { keyboard: pressed } = reading;
  if (pressed === null) return [];
  const [reject] = shown(reading, 'reject');
  const told = { selector: reject?.selector ?? reading.selector };
  const findings: Finding[] = [];
  if (reject !== undefined && pressed.tabsToReject === null) {
    const text = message('consent.walk.keyboard.failUnreached', quote(reject.label));
    findings.push(tell('fail', { ...told, text, part: 'tab' }));
  }
  if (pressed.trapped) {
    const text = message('consent.walk.keyboard.failTrapped');
    findings.push(tell('fail', { ...told, text, part: 'trap' }));
  }
  if (pressed.escape === 'accept') {
    const text = message('consent.walk.keyboard.failEscape');
    findings.push(tell('fail', { ...told, text, severity: 'high', part: 'escape' }));
  }
  return findings;
}

/** A refusal that assistive technology does not announce as something to press. */
function unnamed(banner: BannerReading): Finding[] {
  const [reject] = shown(banner, 'reject');
  if (reject === undefined || (reject.named && reject.focusable)) return [];
  const form = reject.named ? 'failUnfocusable' : 'failUnnamed';
  const text = message(`consent.walk.keyboard.${form}`, quote(reject.label));
  return [tell('fail', { text, selector: reject.selector, part: 'name' })];
}
