import { loadScript } from './load';
import type { Recorder } from './recorder';
import type { Settings } from './settings';

interface PostHog {
  init(token: string, options: Readonly<Record<string, unknown>>): void;
  identify(id: string, properties: Readonly<Record<string, string>>): void;
  opt_out_capturing(): void;
  stopSessionRecording(): void;
  set_config(options: Readonly<Record<string, unknown>>): void;
}

/** The demo site declares a global of this name, of which it uses other parts. */
const globals = window as unknown as { readonly posthog?: PostHog };

/** PostHog's session replay, and nothing of its analytics unless the page wants them. */
export function posthogRecorder({ page, posthog }: Settings): Recorder {
  let wanted = false;
  const start = async (): Promise<void> => {
    wanted = true;
    await loadScript('/vendor/posthog.js');
    if (!wanted) return;
    globals.posthog?.init(posthog.token, {
      api_host: posthog.host,
      autocapture: false,
      capture_heatmaps: false,
      capture_pageview: page.recorder.events === true,
      capture_pageleave: false,
      disable_surveys: true,
      person_profiles: 'identified_only',
      persistence: page.recorder.cookieDays === undefined ? 'localStorage' : 'localStorage+cookie',
      cookie_expiration: page.recorder.cookieDays ?? 365,
      request_queue_config: { flush_interval_ms: 250 },
      // These pages exist to be visited by automated browsers.
      opt_out_useragent_filter: true,
    });
    if (page.recorder.identifies === true) {
      globals.posthog?.identify('customer-4711', { email: 'ines.holm@example.com' });
    }
  };
  return {
    start: () => {
      start().catch(() => undefined);
    },
    release: () => undefined,
    stop: () => {
      if (wanted) {
        // In this order: what is still in its buffer is not sent any more.
        globals.posthog?.opt_out_capturing();
        globals.posthog?.stopSessionRecording();
        globals.posthog?.set_config({ disable_persistence: true });
      }
      wanted = false;
      forget(posthog.token);
    },
  };
}

function forget(token: string): void {
  for (const area of [localStorage, sessionStorage]) {
    for (const name of Object.keys(area)) if (name.includes(token)) area.removeItem(name);
  }
  for (const pair of document.cookie.split('; ')) {
    const name = pair.split('=')[0] ?? '';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere.
    if (name.includes(token)) document.cookie = `${name}=; path=/; max-age=0`;
  }
}
