import type { BannerPage } from '../pages/page';
import { wordsIn } from '../words/words';

/** What stands on the controls of a page's banner. */
export interface Labels {
  readonly accept: string;
  readonly reject: string;
  readonly settings: string;
  readonly save: string;
  readonly policy: string;
  readonly all: readonly string[];
}

export function labelsOf({ lang, bannerLang, flaws }: BannerPage): Labels {
  const { banner } = wordsIn(bannerLang ?? lang);
  const accept = flaws.includes('ok-only') ? banner.ok : banner.accept;
  const { reject, settings, policy, later, close, closeAccepts, save } = banner;
  const all = [accept, reject, settings, policy, later, close, closeAccepts, save];
  return { accept, reject, settings, save, policy, all };
}
