import type { Flaw } from '../pages/page';
import { policyPath, type Settings } from './settings';

interface KlaroManager {
  watch(watcher: { update(manager: KlaroManager, name: string): void }): void;
  resetConsents(): void;
  readonly consents: Readonly<Record<string, boolean>>;
}

/** The demo site declares globals of these names, of which it uses other parts. */
const globals = window as unknown as {
  readonly klaro?: {
    show(config?: unknown, modal?: boolean): void;
    getManager(config?: unknown): KlaroManager;
  };
  klaroConfig?: unknown;
};

/** klaro, as its own script builds it from `window.klaroConfig`. */
export function klaroPlatform(settings: Settings, changed: (state: boolean | null) => void): void {
  const { page } = settings;
  const has = (flaw: Flaw): boolean => page.flaws.includes(flaw);
  globals.klaroConfig = {
    version: 1,
    lang: page.lang,
    storageMethod: 'cookie',
    cookieName: 'klaro',
    cookieExpiresAfterDays: 180,
    htmlTexts: true,
    groupByPurpose: false,
    default: has('pre-ticked'),
    mustConsent: has('wall'),
    acceptAll: true,
    hideDeclineAll: has('no-reject'),
    ...(has('default-look') ? {} : { styling: { theme: ['light', 'bottom', 'left'] } }),
    translations: { [page.lang]: translation(settings) },
    services: [
      { name: 'basket', required: true, purposes: ['essential'] },
      { name: 'replay', purposes: ['recording'] },
    ],
  };
  document.addEventListener('DOMContentLoaded', () => {
    const manager = globals.klaro?.getManager(globals.klaroConfig);
    const consent = (): boolean => manager?.consents.replay === true;
    changed(/(?:^|; )klaro=/.test(document.cookie) ? consent() : null);
    manager?.watch({
      update: (_, name) => {
        if (name === 'saveConsents') changed(consent());
      },
    });
    document.getElementById('reopen')?.addEventListener('click', () => {
      // Once a choice was made, its panel has no "decline" any more: it asks as on the first day.
      manager?.resetConsents();
      globals.klaro?.show(globals.klaroConfig, true);
    });
  });
}

function translation(settings: Settings): Readonly<Record<string, unknown>> {
  const { banner, purposes } = settings.bannerWords;
  const unnamed = settings.page.flaws.includes('unnamed');
  const text = unnamed ? banner.unnamed : banner.text;
  const [title, description] = unnamed ? purposes.statistics : purposes.recording;
  return {
    acceptAll: banner.accept,
    acceptSelected: banner.save,
    ok: banner.accept,
    decline: banner.reject,
    save: banner.save,
    close: banner.close,
    privacyPolicyUrl: policyPath(settings),
    privacyPolicy: { name: banner.policy, text: '{privacyPolicy}' },
    consentNotice: {
      title: banner.title,
      description: `${text} {privacyPolicy}`,
      learnMore: banner.settings,
    },
    consentModal: { title: banner.title, description: text },
    purposes: {
      essential: { title: purposes.essential[0] },
      recording: { title },
    },
    purposeItem: { service: '', services: '' },
    basket: { title: purposes.essential[0], description: purposes.essential[1] },
    replay: { title, description },
    service: { required: { title: '', description: '' }, purpose: '', purposes: '' },
  };
}
