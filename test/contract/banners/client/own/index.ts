import type { ChoiceState } from '../../pages/page';
import { choiceStore } from '../choice';
import type { Settings } from '../settings';
import { type Answers, type Shown, showBanner } from './banner';
import { framePlace } from './frame';
import { raiseWall } from './wall';

const LATE_MS = 10_000;

/** An own banner: asks where nothing was chosen, and again from the footer. */
export function ownPlatform(settings: Settings, changed: (state: ChoiceState) => void): void {
  const { flaws, shell, name } = settings.page;
  const store = choiceStore(settings);
  let shown: Shown | null = null;
  let lower: (() => void) | null = null;

  const choose = (state: ChoiceState, isKept = true): void => {
    if (isKept) store.write(state);
    shown?.hide();
    lower?.();
    changed(state);
    if (state === 'accepted' && flaws.includes('navigates')) location.assign(`/${name}/second`);
  };
  const answers: Answers = {
    accept: () => choose('accepted'),
    reject: () => {
      const state = store.read() === 'accepted' ? 'withdrawn' : 'rejected';
      choose(state, state === 'withdrawn' || !flaws.includes('forgets-refusal'));
    },
    later: () => choose('none', false),
  };
  const framed = shell === 'iframe' ? framePlace(settings, (said) => answers[said]()) : null;
  const ask = (layer: 1 | 2): void => {
    shown?.hide();
    shown = framed === null ? showBanner(settings, answers, layer) : framed.open(layer);
    if (flaws.includes('wall')) lower = raiseWall();
  };

  const state = store.read();
  changed(state);
  document.getElementById('reopen')?.addEventListener('click', () => ask(2));
  if (state !== 'none' || flaws.includes('never')) return;
  setTimeout(() => ask(1), flaws.includes('late') ? LATE_MS : 150);
  if (flaws.includes('scroll-accepts')) {
    const scrolled = (): void => {
      if (scrollY < 200) return;
      removeEventListener('scroll', scrolled);
      if (store.read() === 'none') choose('accepted');
    };
    addEventListener('scroll', scrolled);
  }
  if (flaws.includes('escape-accepts')) {
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && store.read() === 'none') choose('accepted');
    });
  }
}
