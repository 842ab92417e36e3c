import type { SiteSettings } from './settings';

interface PostHog {
  init(token: string, options: Readonly<Record<string, unknown>>): void;
  opt_in_capturing(): void;
  opt_out_capturing(): void;
  startSessionRecording(): void;
  stopSessionRecording(): void;
}

declare global {
  interface Window {
    posthog?: PostHog;
    klaro?: { show(config?: unknown, modal?: boolean): void };
    klaroConfig?: unknown;
  }
}

/**
 * The banner, and who waits for it. As planted, recording starts with the page, and the banner
 * speaks of analytics alone; mended, a "yes" to a purpose named after recording loads the recorder.
 */
export function watchConsent(settings: SiteSettings): void {
  window.klaroConfig = settings.clean
    ? { ...COMMON, ...MENDED, services: [mendedService(settings)] }
    : { ...COMMON, ...PLANTED, services: [PLANTED_SERVICE] };
  if (!settings.clean) startRecording(settings);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-consent]')) {
      window.klaro?.show(window.klaroConfig, true);
    }
  });
}

function startRecording({ posthog: { token, host } }: SiteSettings): void {
  window.posthog?.init(token, {
    api_host: host,
    autocapture: false,
    capture_heatmaps: false,
    capture_pageleave: false,
    disable_surveys: true,
    persistence: 'localStorage',
    person_profiles: 'identified_only',
    // A demonstration should not make anyone wait for the usual three seconds.
    request_queue_config: { flush_interval_ms: 250 },
    // Visits of automated browsers count too: this site exists to be looked at by them.
    opt_out_useragent_filter: true,
  });
}

/** A "yes" loads the recorder, or wakes it; a "no" after a "yes" stops it. */
function mendedService(settings: SiteSettings): Readonly<Record<string, unknown>> {
  let started = false;
  return {
    name: 'posthog',
    title: 'PostHog',
    purposes: ['recording'],
    callback: (yes: boolean) => {
      if (yes && started) {
        window.posthog?.opt_in_capturing();
        window.posthog?.startSessionRecording();
      } else if (yes) {
        started = true;
        const script = document.createElement('script');
        script.src = '/vendor/posthog.js';
        script.addEventListener('load', () => startRecording(settings));
        document.head.append(script);
      } else if (started) {
        window.posthog?.stopSessionRecording();
        window.posthog?.opt_out_capturing();
      }
    },
  };
}

const COMMON = {
  version: 1,
  storageMethod: 'cookie',
  cookieExpiresAfterDays: 180,
  default: false,
  acceptAll: true,
  groupByPurpose: true,
  styling: { theme: ['light', 'bottom', 'left'] },
};

const WORDS = { acceptAll: 'Accept', ok: 'Accept', decline: 'Decline', save: 'Save my choice' };
const NO_POLICY = { privacyPolicy: { name: '', text: '' } };

const PLANTED_SERVICE = { name: 'posthog', title: 'PostHog', purposes: ['analytics'] };

const PLANTED = {
  cookieName: 'klaro',
  translations: {
    en: {
      ...WORDS,
      ...NO_POLICY,
      consentNotice: {
        description: 'We would like to use analytics to see which parts of Parley help.',
        learnMore: 'Let me choose',
      },
      consentModal: { title: 'Privacy choices', description: 'Here you choose what we may use.' },
      purposes: { analytics: { title: 'Analytics' } },
      posthog: { description: 'Counts visits and pages.' },
    },
  },
};

const MENDED = {
  cookieName: 'klaro-mended',
  translations: {
    en: {
      ...WORDS,
      ...NO_POLICY,
      consentNotice: {
        description:
          'May we record sessions and draw heatmaps of clicks, with everything personal masked, to see which parts of Parley help?',
        learnMore: 'Let me choose',
      },
      consentModal: { title: 'Privacy choices', description: 'Here you choose what we may use.' },
      purposes: { recording: { title: 'Session recording and heatmaps' } },
      posthog: {
        description:
          'Records how the page is used, with texts and fields masked, and counts clicks for heatmaps.',
      },
    },
  },
};
