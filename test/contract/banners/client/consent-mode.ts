import type { ChoiceState, ConsentModeUse } from '../pages/page';

const NAMES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const;

interface Entry {
  default?: boolean;
  update?: boolean;
}

declare global {
  interface Window {
    dataLayer?: unknown[];
    google_tag_data?: {
      ics: { entries: Record<string, Entry>; wasSetLate: boolean; usedDefault: boolean };
    };
  }
}

/** Consent Mode as a page sets it, with the table that Google's tag keeps of it. */
export function consentMode(use: ConsentModeUse): (state: ChoiceState) => void {
  const ics = { entries: {} as Record<string, Entry>, wasSetLate: false, usedDefault: false };
  window.dataLayer = [];
  const say = (action: 'default' | 'update', granted: boolean): void => {
    const word = granted ? 'granted' : 'denied';
    gtag('consent', action, Object.fromEntries(NAMES.map((n) => [n, word])));
    for (const name of NAMES) ics.entries[name] = { ...ics.entries[name], [action]: granted };
    if (action === 'default') ics.usedDefault = true;
  };
  const tagRuns = (): void => {
    window.google_tag_data = { ics };
    gtag('js', new Date());
    gtag('config', 'G-H4ZELSEEDS');
  };
  if (use === 'late') {
    tagRuns();
    setTimeout(() => {
      ics.wasSetLate = true;
      say('default', false);
    }, 400);
  } else {
    say('default', use === 'granted-by-default');
    tagRuns();
  }
  return (state) => {
    if (state === 'none') return;
    say('update', state === 'accepted' || use === 'granted-after-reject');
  };
}

/** Commands are `arguments` objects: the tag takes an array for an event. */
function gtag(..._words: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: see above.
  window.dataLayer?.push(arguments);
}
