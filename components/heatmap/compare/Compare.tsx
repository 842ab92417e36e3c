import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Compare as CompareSetting, CompareWith } from '../../../lib/protocol/compare';
import type { HeatSettings, HeatState } from '../../../lib/protocol/heat';
import { compareLabel } from '../../../lib/report/compare-label';
import { Select } from '../../ui/Select';
import { useTranslate } from '../../ui/translate';
import { CompareFields } from './CompareFields';
import { CompareView, DifferenceColours } from './CompareView';
import css from './compare.module.css';
import { type CompareChoice, choiceOf, compareOptions, withoutFields } from './compare-options';

interface CompareProps {
  readonly state: HeatState;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
  /** Takes both pictures and shows them next to each other. */
  readonly onOpenPictures?: (() => void) | undefined;
}

/** What the shown map is compared with, and how that is looked at. */
export function Compare(props: CompareProps): JSX.Element {
  const t = useTranslate();
  const compare = () => props.state.settings.compare;
  const measure = () => props.state.summary?.bands?.measure ?? null;
  const [open, setOpen] = createSignal(false);
  /** Chosen, and not filled in yet. */
  const [draft, setDraft] = createSignal<CompareChoice | null>(null);
  const options = () => compareOptions(props.state, t);
  const chosen = (): CompareChoice => draft() ?? choiceOf(compare()?.with ?? null);
  const canCompare = () => options().length > 1 || compare() !== null;

  const set = (part: Partial<CompareSetting>): void => {
    const now = compare();
    if (now !== null) props.onSettings({ compare: { ...now, ...part } });
  };
  const start = (what: CompareWith): void => {
    setDraft(null);
    const { view, side, palette } = compare() ?? FIRST;
    props.onSettings({ compare: { with: what, view, side, palette } });
  };
  const choose = (choice: CompareChoice): void => {
    const what = withoutFields(choice);
    if (what !== null) start(what);
    else if (choice === 'nothing') {
      setDraft(null);
      if (compare() !== null) props.onSettings({ compare: null });
    } else setDraft(choice);
  };

  return (
    <Show when={canCompare()}>
      <section class={css.compare} aria-label={t('ui.heat.compare.head')}>
        <button
          type="button"
          class={css.head}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
          data-testid="heat-compare"
        >
          <ChevronRight size={13} aria-hidden="true" data-open={open() || undefined} />
          <Show when={compare()} fallback={t('ui.heat.compare.head')}>
            {(now) => (
              <span>{t('ui.heat.compare.headOn', [compareLabel(now().with, props.state, t)])}</span>
            )}
          </Show>
        </button>
        <Show when={open()}>
          <div class={css.fields}>
            <Select
              label={t('ui.heat.compare.with')}
              options={options()}
              value={chosen()}
              onChange={choose}
              testId="compare-with"
            />
            <CompareFields choice={chosen()} state={props.state} onStart={start} />
            <Show when={draft() === null && compare()?.view === 'difference' && compare()}>
              {(now) => <DifferenceColours compare={now()} onSet={set} />}
            </Show>
          </div>
        </Show>
        <Show when={draft() === null && compare()}>
          {(now) => (
            <CompareView
              compare={now()}
              measure={measure()}
              onSet={set}
              onOpenPictures={props.onOpenPictures}
            />
          )}
        </Show>
      </section>
    </Show>
  );
}

const FIRST = { view: 'difference', side: 'a', palette: 'vik' } as const;
