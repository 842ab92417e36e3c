import type { BannerPage } from '../pages/page';
import type { Words } from '../words/words';

/** What the server tells a page of itself. */
export interface Settings {
  readonly page: BannerPage;
  readonly words: Words;
  readonly bannerWords: Words;
  readonly isSecond: boolean;
  /** This document is the frame that a banner stands in. */
  readonly isFrame: boolean;
  readonly otherOrigin: string;
  readonly posthog: { readonly token: string; readonly host: string };
}

export function readSettings(): Settings {
  // Written by the server with exactly this type.
  return JSON.parse(document.getElementById('shop')?.textContent ?? '') as Settings;
}

export const policyPath = ({ page }: Settings): string =>
  `/${page.name}/${page.flaws.includes('policy-gone') ? 'privacy-2019' : 'privacy'}`;
