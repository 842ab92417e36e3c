import { make } from '../elements';
import type { Settings } from '../settings';

/** What makes a banner hard to press. */
export function obstruct({ page, words }: Settings, banner: HTMLElement): void {
  const buttons = [...banner.querySelectorAll('button')];
  const reject = buttons[0];
  const policy = banner.querySelector('a');
  if (page.flaws.includes('reject-covered') && reject) cover(reject, words.site.chat);
  if (page.flaws.includes('policy-covered') && policy) cover(policy, words.site.chat);
  if (page.flaws.includes('runs-away') && reject) runAway(reject);
  if (page.flaws.includes('re-renders')) renderAnew(banner);
}

let bubble: HTMLElement | null = null;

/** The shop's chat, which somebody put where the banner is. */
export function cover(target: HTMLElement | null, label: string): void {
  bubble?.remove();
  bubble = null;
  if (target === null) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  bubble = make(
    'div',
    {
      class: 'chat',
      style: `left:${left - 12}px;top:${top - 8}px;width:${width + 24}px;height:${height + 16}px`,
    },
    label,
  );
  document.body.append(bubble);
}

/** Steps aside before the pointer arrives. */
function runAway(button: HTMLElement): void {
  let step = 0;
  const flee = (): void => {
    step = step === 0 ? 1 : 0;
    button.style.transform = step === 1 ? 'translateY(-72px)' : '';
  };
  button.addEventListener('pointerenter', flee);
}

/** Is made anew when the pointer comes over it, as some frameworks do with each change of state. */
function renderAnew(banner: HTMLElement): void {
  banner.addEventListener('pointerenter', () => {
    for (const button of banner.querySelectorAll('button')) {
      const fresh = button.cloneNode(true);
      fresh.addEventListener('click', () => button.click());
      button.replaceWith(fresh);
    }
  });
}
