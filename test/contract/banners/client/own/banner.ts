import type { Settings } from '../settings';
import { firstLayer } from './first-layer';
import { cover, obstruct } from './obstacles';
import { secondLayer } from './second-layer';
import { placeFor } from './shells';

export interface Shown {
  hide(): void;
}

export interface Answers {
  accept(): void;
  reject(): void;
  later(): void;
  /** The second layer was opened. */
  opened?(): void;
}

/** Shows the banner in its place: as it comes, or the purposes, which the footer leads to. */
export function showBanner(settings: Settings, answers: Answers, layer: 1 | 2): Shown {
  const shell = settings.page.shell ?? 'div';
  const place = placeFor(shell === 'iframe' ? 'div' : shell, settings);
  const showPurposes = (): void => {
    answers.opened?.();
    const saved = (yes: boolean): void => (yes ? answers.accept() : answers.reject());
    place.show(secondLayer(settings, { saved }));
  };
  if (layer === 2) {
    showPurposes();
  } else {
    const first = firstLayer(settings, { ...answers, settings: showPurposes });
    place.show(first);
    obstruct(settings, first);
  }
  return {
    hide: () => {
      place.hide();
      cover(null, '');
    },
  };
}
