import type { ParleyPage } from './expected';

/** Device widths that the clicks come from, each with its usual height and its share of visits. */
export const VIEWPORTS = [
  { width: 360, height: 780, weight: 24 },
  { width: 768, height: 1024, weight: 7 },
  { width: 1280, height: 800, weight: 34 },
  { width: 1440, height: 900, weight: 22 },
  { width: 1920, height: 1080, weight: 13 },
] as const;

export interface HeatTarget {
  /** CSS selector; the first match is where the clicks lie. */
  readonly selector: string;
  readonly weight: number;
  /** Stays with the viewport: `fixed`, or `sticky` as the header is. */
  readonly fixed?: boolean;
}

const HEADER: readonly HeatTarget[] = [
  { selector: '.brand', weight: 1.6, fixed: true },
  { selector: '#menu a:nth-child(1)', weight: 2, fixed: true },
  { selector: '#menu a:nth-child(2)', weight: 1.2, fixed: true },
  { selector: '#menu a:nth-child(3)', weight: 7.5, fixed: true },
  { selector: '#menu a:nth-child(4)', weight: 4, fixed: true },
  { selector: '#menu a:nth-child(5)', weight: 0.8, fixed: true },
  { selector: '#start', weight: 6, fixed: true },
  { selector: '.menu-button', weight: 7, fixed: true },
];

/** What people click, by page. `share` is the page's share of visits. */
export const HEAT_TARGETS: Readonly<
  Record<ParleyPage, { readonly share: number; readonly targets: readonly HeatTarget[] }>
> = {
  '/': {
    share: 52,
    targets: [
      ...HEADER,
      { selector: '#cta', weight: 22 },
      { selector: '#see-pricing', weight: 9 },
      { selector: '#continue', weight: 6 },
      { selector: '#stage .sheet:not(.back)', weight: 8 },
      { selector: '.ask', weight: 2.4, fixed: true },
      { selector: '#idea-threads', weight: 2 },
      { selector: '#idea-close', weight: 1.2 },
      { selector: '#idea-quiet', weight: 2.6 },
      { selector: '.how ol li:nth-child(1) .step', weight: 1.4 },
      { selector: '.how ol li:nth-child(2) .step', weight: 2.2 },
      { selector: '.how ol li:nth-child(3) .step', weight: 2.8 },
      { selector: '#try-threads', weight: 2.6 },
      { selector: '.daylog', weight: 3.2 },
      { selector: '.switch:nth-child(1)', weight: 1.6 },
      { selector: '.switch:nth-child(2)', weight: 1 },
      { selector: '.switch:nth-child(3)', weight: 3 },
      { selector: '#dial', weight: 2.4 },
      { selector: '.template:nth-child(1)', weight: 1.5 },
      { selector: '.template:nth-child(2)', weight: 2 },
      { selector: '#plan-crew', weight: 3.4 },
      { selector: '#plan-fleet', weight: 5.6 },
      { selector: '#plan-port', weight: 1.4 },
      { selector: '.faq details:nth-child(1) summary', weight: 1.7 },
      { selector: '.faq details:nth-child(2) summary', weight: 0.9 },
      { selector: '.faq details:nth-child(3) summary', weight: 1.4 },
      { selector: '.faq details:nth-child(4) summary', weight: 2.3 },
      { selector: '#digest-email', weight: 0.9 },
      { selector: '.digest button', weight: 0.7 },
    ],
  },
  '/pricing': {
    share: 18,
    targets: [
      ...HEADER,
      { selector: '#price-crew .button', weight: 13 },
      { selector: '#price-fleet .button', weight: 19 },
      { selector: '#price-port .button', weight: 4 },
      { selector: '#seats', weight: 12 },
      { selector: '#coupon', weight: 6 },
      { selector: '#since', weight: 2 },
      { selector: '#go-pay', weight: 8 },
      { selector: '.table tbody', weight: 5 },
      { selector: '#faq-search', weight: 1.5 },
    ],
  },
  '/sign-up': {
    share: 9,
    targets: [
      ...HEADER,
      { selector: '#full-name', weight: 10 },
      { selector: '#email', weight: 11 },
      { selector: '#phone', weight: 7 },
      { selector: '#dob', weight: 5 },
      { selector: '#organization', weight: 5 },
      { selector: '#password', weight: 8 },
      { selector: '#code', weight: 6 },
      { selector: 'form .button.wide', weight: 12 },
    ],
  },
  '/payment': {
    share: 4,
    targets: [
      ...HEADER,
      { selector: '#card-number', weight: 9 },
      { selector: '#card-expiry', weight: 7 },
      { selector: '#card-cvv', weight: 7 },
      { selector: '#card-brand', weight: 3 },
      { selector: '#pay', weight: 11 },
    ],
  },
  '/chat': {
    share: 14,
    targets: [
      ...HEADER,
      { selector: '.thread:nth-child(1) button', weight: 6 },
      { selector: '.thread:nth-child(2) button', weight: 8 },
      { selector: '.thread:nth-child(3) button', weight: 4 },
      { selector: '#compose', weight: 20 },
      { selector: '.composer .button', weight: 18 },
      { selector: '.thread-tools .button', weight: 7 },
      { selector: '.messages', weight: 9 },
    ],
  },
  '/settings': {
    share: 3,
    targets: [
      ...HEADER,
      { selector: '.rail a:nth-child(2)', weight: 6 },
      { selector: '.rail a:nth-child(3)', weight: 4 },
      { selector: '#set-name', weight: 4 },
      { selector: '#set-email', weight: 4 },
      { selector: '#language', weight: 5 },
      { selector: '#devices .button', weight: 3 },
    ],
  },
};
