import type { Flaw } from '../../pages/page';
import { make, pressable } from '../elements';
import { policyPath, type Settings } from '../settings';

/** What the visitor can press; the banner's own affair is only how that looks. */
export interface Presses {
  accept(): void;
  reject(): void;
  /** Goes away and asks again on the next page. */
  later(): void;
  settings(): void;
}

/** The banner as it comes. */
export function firstLayer(settings: Settings, presses: Presses): HTMLElement {
  const { page, bannerWords } = settings;
  const words = bannerWords.banner;
  const has = (flaw: Flaw): boolean => page.flaws.includes(flaw);
  const text = has('unnamed') ? words.unnamed : words.text;
  const controls = buttons(settings, presses);
  return make(
    'section',
    {
      class: `notice ${page.place ?? 'card'}`,
      role: 'dialog',
      'aria-labelledby': 'notice-title',
      lang: page.bannerLang ?? page.lang,
    },
    cross(settings, presses),
    make(
      'div',
      { class: 'said' },
      make('h2', { id: 'notice-title' }, words.title),
      make('p', {}, text),
      has('policy-missing')
        ? null
        : make(
            'p',
            { class: 'more' },
            make('a', { href: policyPath(settings), target: '_top' }, words.policy),
          ),
    ),
    make('div', { class: 'row' }, ...controls),
  );
}

function buttons({ page, bannerWords }: Settings, presses: Presses): HTMLElement[] {
  const words = bannerWords.banner;
  const has = (flaw: Flaw): boolean => page.flaws.includes(flaw);
  const button = (label: string, look: string, press: () => void): HTMLElement =>
    pressable(make('button', { type: 'button', class: look }, label), press);
  if (has('ok-only')) return [button(words.ok, 'main', presses.accept)];
  const accept = button(words.accept, 'main', presses.accept);
  if (has('close-only')) return [accept];
  const settings = button(words.settings, 'plain', presses.settings);
  if (has('later-only')) return [accept, button(words.later, 'main', presses.later), settings];
  if (has('no-reject')) return [accept, settings];
  if (has('reject-no-button')) {
    const reject = make('div', { class: 'main like-button' }, words.reject);
    return [pressable(reject, presses.reject), accept, settings];
  }
  return [button(words.reject, lookOfReject(page.flaws), presses.reject), accept, settings];
}

function lookOfReject(flaws: readonly Flaw[]): string {
  if (flaws.includes('reject-link')) return 'as-link';
  if (flaws.includes('reject-small')) return 'main small';
  if (flaws.includes('reject-pale')) return 'main pale';
  return flaws.includes('reject-faint') ? 'main faint' : 'main';
}

function cross({ page, bannerWords }: Settings, presses: Presses): HTMLElement | null {
  const words = bannerWords.banner;
  const crossed = (label: string, press: () => void): HTMLElement =>
    pressable(make('button', { type: 'button', class: 'cross', 'aria-label': label }, '×'), press);
  if (page.flaws.includes('close-accepts')) return crossed(words.closeAccepts, presses.accept);
  return page.flaws.includes('close-only') ? crossed(words.close, presses.reject) : null;
}
