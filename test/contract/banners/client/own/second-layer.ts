import type { Flaw } from '../../pages/page';
import { make, pressable } from '../elements';
import type { Settings } from '../settings';

export interface Outcome {
  /** What somebody chose for the recording. */
  saved(recording: boolean): void;
}

type Purpose = keyof Settings['words']['purposes'];

/** The purposes, each with a switch of its own. */
export function secondLayer(settings: Settings, { saved }: Outcome): HTMLElement {
  const { page, bannerWords } = settings;
  const { banner, purposes } = bannerWords;
  const has = (flaw: Flaw): boolean => page.flaws.includes(flaw);
  const recording = recordingPurpose(page.flaws);
  const shown: readonly Purpose[] = [
    'essential',
    recording,
    ...(has('bundled') || has('unnamed') ? [] : (['statistics'] as const)),
    ...(has('interest') ? (['interest'] as const) : []),
  ];
  const switches = new Map<Purpose, HTMLInputElement>();
  const rows = shown.map((purpose) => {
    const [title, text] = purposes[purpose];
    const isOn = purpose === 'essential' || purpose === 'interest' || has('pre-ticked');
    const input = make('input', {
      type: 'checkbox',
      role: 'switch',
      checked: isOn,
      disabled: purpose === 'essential',
    });
    switches.set(purpose, input);
    return make(
      'label',
      { class: 'purpose' },
      make('span', {}, make('b', {}, title), make('small', {}, text)),
      input,
    );
  });
  const button = (label: string, press: () => void): HTMLElement =>
    pressable(make('button', { type: 'button', class: 'main' }, label), press);
  return make(
    'section',
    {
      class: 'notice centre',
      role: 'dialog',
      'aria-labelledby': 'notice-title',
      lang: page.bannerLang ?? page.lang,
    },
    make('h2', { id: 'notice-title' }, banner.settings),
    make('div', { class: 'purposes' }, ...rows),
    make(
      'div',
      { class: 'row' },
      button(banner.reject, () => saved(false)),
      button(banner.save, () => saved(switches.get(recording)?.checked === true)),
      button(banner.accept, () => saved(true)),
    ),
  );
}

function recordingPurpose(flaws: readonly Flaw[]): Purpose {
  if (flaws.includes('unnamed')) return 'statistics';
  return flaws.includes('bundled') ? 'bundled' : 'recording';
}
