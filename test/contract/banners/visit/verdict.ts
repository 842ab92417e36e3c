import type { BannerPage } from '../pages/page';
import type { ScoredRule } from '../rules';
import { labelsOf } from './labels';
import type { Seen } from './seen';
import type { Control } from './survey';

/** Rules that a visit can tell by measure; the others are matters of words, told by the page's plan. */
export const MEASURED = [
  'reject-first-layer',
  'equal-prominence',
  'reject-legible',
  'pre-ticked',
  'before-choice',
  'reject-honoured',
  'withdrawal',
  're-prompt',
  'cookie-life',
  'consent-wall',
  'banner-language',
  'keyboard',
  'policy-link',
  'signals-agree',
  'gpc-honoured',
  'identify-before-consent',
  'fingerprinting',
] as const satisfies readonly ScoredRule[];

type Measured = (typeof MEASURED)[number];

/** What a visit says that fails on a page. It shares no line with the product. */
export function verdictOf(page: BannerPage, seen: Seen): Measured[] {
  if (seen.first === null) return [];
  const labels = labelsOf(page);
  const { ingests, first } = seen;
  const control = (label: string) => first.controls.find((one) => one.label === label);
  const [accept, reject] = [control(labels.accept), control(labels.reject)];
  const isEarly = ingests.before > 0 || seen.recordsBefore;
  const sentAfterReject =
    ingests.afterReject + ingests.afterRejectReload + ingests.afterRejectSecond;
  const found: Readonly<Record<Measured, boolean>> = {
    'reject-first-layer':
      reject === undefined || (!reject.isHit && !page.flaws.includes('runs-away')),
    'equal-prominence': accept !== undefined && reject !== undefined && !isEqual(accept, reject),
    'reject-legible': reject !== undefined && reject.textContrast < 4.5,
    'pre-ticked': first.on > 0 || (seen.second?.on ?? 0) > 0,
    'before-choice': isEarly,
    'reject-honoured': seen.rejected && sentAfterReject > 0,
    withdrawal: !seen.reopened || ingests.afterWithdrawalReload > 0 || seen.left.length > 0,
    're-prompt': seen.rejected && seen.asksAgain,
    'cookie-life': seen.cookieDays > 397,
    'consent-wall':
      first.isInert || first.reachable < 0.1 || !seen.scrolls || ingests.afterScroll > 0,
    'banner-language': first.pageLang !== '' && (page.bannerLang ?? page.lang) !== page.lang,
    keyboard: (reject !== undefined && !seen.tabReachesReject) || seen.escapeAccepts,
    'policy-link': seen.policyStatus !== 200 || !seen.isPolicyHit,
    'signals-agree': seen.modeAfterReject === 'granted',
    'gpc-honoured': ingests.withGpc > 0 && seen.modeWithGpc === 'granted',
    'identify-before-consent': seen.identified,
    fingerprinting: seen.fingerprint !== '',
  };
  return MEASURED.filter((rule) => found[rule]);
}

function isEqual(accept: Control, reject: Control): boolean {
  const [less, more] = [accept.fillContrast, reject.fillContrast].sort((a, b) => a - b);
  return (
    reject.area >= 0.67 * accept.area &&
    reject.fontPx >= 0.9 * accept.fontPx &&
    reject.isButton === accept.isButton &&
    (more ?? 1) <= 2 * (less ?? 1)
  );
}
