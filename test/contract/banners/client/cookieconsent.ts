import type { Flaw } from '../pages/page';
import { policyPath, type Settings } from './settings';

declare global {
  interface Window {
    CookieConsent?: {
      run(config: Readonly<Record<string, unknown>>): Promise<void>;
      acceptedCategory(name: string): boolean;
      validConsent(): boolean;
      showPreferences(): void;
    };
  }
}

/** vanilla-cookieconsent. */
export function cookieconsentPlatform(
  settings: Settings,
  changed: (state: boolean | null) => void,
): void {
  document.addEventListener('DOMContentLoaded', async () => {
    const platform = window.CookieConsent;
    const has = (flaw: Flaw): boolean => settings.page.flaws.includes(flaw);
    const tell = (): void => changed(platform?.acceptedCategory('recording') === true);
    const lang = settings.page.bannerLang ?? settings.page.lang;
    document.getElementById('reopen')?.addEventListener('click', () => platform?.showPreferences());
    if (platform?.validConsent() !== true) changed(null);
    await platform?.run({
      // Without this it hides itself from every browser that is driven.
      hideFromBots: false,
      mode: has('opted-in') ? 'opt-out' : 'opt-in',
      disablePageInteraction: has('wall'),
      onConsent: tell,
      onChange: tell,
      categories: {
        necessary: { enabled: true, readOnly: true },
        recording: { enabled: has('pre-ticked') },
      },
      guiOptions: {
        consentModal: {
          layout: 'box',
          position: 'bottom left',
          equalWeightButtons: !has('reject-pale'),
        },
        preferencesModal: { layout: 'box', equalWeightButtons: true },
      },
      language: { default: lang, translations: { [lang]: translation(settings) } },
    });
  });
}

function translation(settings: Settings): Readonly<Record<string, unknown>> {
  const { banner, purposes } = settings.bannerWords;
  const has = (flaw: Flaw): boolean => settings.page.flaws.includes(flaw);
  return {
    consentModal: {
      title: banner.title,
      description: banner.text,
      acceptAllBtn: banner.accept,
      ...(has('no-reject') ? {} : { acceptNecessaryBtn: banner.reject }),
      showPreferencesBtn: banner.settings,
      footer: `<a href="${policyPath(settings)}">${banner.policy}</a>`,
    },
    preferencesModal: {
      title: banner.settings,
      acceptAllBtn: banner.accept,
      acceptNecessaryBtn: banner.reject,
      savePreferencesBtn: banner.save,
      closeIconLabel: banner.close,
      sections: [
        {
          title: purposes.essential[0],
          description: purposes.essential[1],
          linkedCategory: 'necessary',
        },
        {
          title: purposes.recording[0],
          description: purposes.recording[1],
          linkedCategory: 'recording',
        },
      ],
    },
  };
}
