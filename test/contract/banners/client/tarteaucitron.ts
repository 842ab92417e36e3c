import type { Flaw } from '../pages/page';
import { policyPath, type Settings } from './settings';

interface Tarteaucitron {
  init(options: Readonly<Record<string, unknown>>): void;
  readonly services: Record<string, unknown>;
  job?: string[];
  readonly userInterface: { openPanel(): void };
}

declare global {
  interface Window {
    tarteaucitron?: Tarteaucitron;
    tarteaucitronForceLanguage?: string;
    tarteaucitronCustomText?: Readonly<Record<string, unknown>>;
  }
}

const KEY = 'shopreplay';

/** tarteaucitron, with a service of the shop's own, and texts that name it. */
export function tarteaucitronPlatform(
  settings: Settings,
  changed: (state: boolean | null) => void,
): void {
  const { page, bannerWords } = settings;
  const has = (flaw: Flaw): boolean => page.flaws.includes(flaw);
  const { banner, purposes } = bannerWords;
  const policy = ` <a href="${policyPath(settings)}">${banner.policy}</a>`;
  window.tarteaucitronForceLanguage = page.lang;
  window.tarteaucitronCustomText = {
    alertBigPrivacy: banner.text + policy,
    // Where scrolling accepts, this stands in two parts, of which the first changes.
    alertBigClick: banner.text,
    alertBigScroll: '',
    alertBig: policy,
    acceptAll: banner.accept,
    denyAll: banner.reject,
    personalize: banner.settings,
    other: { title: purposes.recording[0], details: purposes.recording[1] },
  };
  document.addEventListener('DOMContentLoaded', () => {
    const { tarteaucitron } = window;
    if (!tarteaucitron) return;
    tarteaucitron.init({
      hashtag: '#tarteaucitron',
      cookieName: 'tarteaucitron',
      // Tab comes to it first, without a way through the page.
      bodyPosition: 'top',
      orientation: has('wall') ? 'middle' : 'bottom',
      highPrivacy: !has('scroll-accepts'),
      DenyAllCta: !has('no-reject'),
      AcceptAllCta: true,
      showIcon: !has('no-reopen'),
      iconPosition: 'BottomLeft',
      showAlertSmall: false,
      removeCredit: true,
      moreInfoLink: false,
      mandatoryCta: false,
      googleConsentMode: false,
      bingConsentMode: false,
      pianoConsentMode: false,
    });
    const answer = new RegExp(`!${KEY}=(true|false)`).exec(document.cookie)?.[1];
    changed(answer === undefined ? null : answer === 'true');
    tarteaucitron.services[KEY] = {
      key: KEY,
      type: 'other',
      name: purposes.recording[0],
      uri: policyPath(settings),
      needConsent: true,
      cookies: [],
      js: () => changed(true),
      fallback: () => undefined,
    };
    document.addEventListener(`${KEY}_disallowed`, () => changed(false));
    tarteaucitron.job = [...(tarteaucitron.job ?? []), KEY];
    document
      .getElementById('reopen')
      ?.addEventListener('click', () => tarteaucitron.userInterface.openPanel());
  });
}
