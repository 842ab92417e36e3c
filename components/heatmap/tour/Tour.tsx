import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { HeatSettings, HeatState } from '../../../lib/protocol/heat';
import { sourceLabel } from '../../../lib/report/source-label';
import { Button, IconButton } from '../../ui/Button';
import { useTranslate } from '../../ui/translate';
import css from './tour.module.css';

interface TourProps {
  readonly state: HeatState;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
  /** Opens the form for a new source, in the workspace. */
  readonly onAddSource: () => void;
  readonly onClose: () => void;
}

const STEPS = ['heat', 'number', 'sure', 'source', 'end'] as const;

/**
 * What heat is, how to read it and where it comes from, beside the heat itself: in the panel and never
 * over the page, and nothing waits for it.
 */
export function Tour(props: TourProps): JSX.Element {
  const t = useTranslate();
  const [at, setAt] = createSignal(0);
  const title = createUniqueId();
  const step = () => STEPS[at()] ?? 'end';
  const isLast = () => at() === STEPS.length - 1;
  const summary = () => (props.state.status === 'shown' ? props.state.summary : null);
  const own = () => props.state.sources.find(({ kind }) => kind !== 'sample');
  /** A real source is never put away unasked: the sample is offered, and stands there where none is. */
  const offersSample = () =>
    (step() === 'heat' || step() === 'end') &&
    summary() === null &&
    props.state.sources.some(({ kind }) => kind === 'sample');
  const offersOwn = () => step() === 'end' && summary()?.provenance.kind === 'sample' && own();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere(event.target)) return;
    event.preventDefault();
    props.onClose();
  };
  onMount(() => document.addEventListener('keydown', onKeyDown));
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));

  return (
    <section class={css.tour} aria-labelledby={title} data-testid="tour">
      <div class={css.top}>
        <span class={css.count}>{t('ui.heat.tour.count', [at() + 1, STEPS.length])}</span>
        <IconButton icon={X} label={t('ui.heat.tour.leave')} onClick={() => props.onClose()} />
      </div>
      <div aria-live="polite">
        <h2 id={title} class={css.title}>
          {t(`ui.heat.tour.${step()}.title`)}
        </h2>
        <p class={css.words}>{words()}</p>
      </div>
      <div class={css.buttons}>
        <Show when={offersSample()}>
          <Button onClick={() => props.onSettings({ sourceId: 'sample' })}>
            {t('ui.heat.tour.showSample')}
          </Button>
        </Show>
        <Show when={offersOwn()}>
          {(source) => (
            <Button onClick={() => props.onSettings({ sourceId: source().id })}>
              {t('ui.heat.tour.showOwn', [sourceLabel(source(), t)])}
            </Button>
          )}
        </Show>
        <Show when={step() === 'source'}>
          <Button onClick={() => props.onAddSource()}>{t('ui.heat.tour.addSource')}</Button>
        </Show>
        <span class={css.way}>
          <Show when={at() > 0}>
            <Button kind="quiet" onClick={() => setAt(at() - 1)}>
              {t('ui.heat.tour.back')}
            </Button>
          </Show>
          <Button
            kind="primary"
            onClick={() => (isLast() ? props.onClose() : setAt(at() + 1))}
            data-testid="tour-next"
          >
            {t(isLast() ? 'ui.heat.tour.done' : 'ui.heat.tour.next')}
          </Button>
        </span>
      </div>
    </section>
  );

  function words(): string {
    const kind = summary()?.provenance.kind;
    const now = step();
    switch (now) {
      case 'heat':
        return `${t('ui.heat.tour.heat.words')} ${t(`ui.heat.tour.heat.${shownAs(kind)}`)}`;
      case 'sure':
        return t('ui.heat.tour.sure.words', [summary()?.k ?? LEAST_PEOPLE]);
      case 'end':
        return t(`ui.heat.tour.end.${shownAs(kind)}`);
      default:
        return t(`ui.heat.tour.${now}.words`);
    }
  }
}

type Shown = 'none' | 'sample' | 'own';

const shownAs = (kind: string | undefined): Shown =>
  kind === undefined ? 'none' : kind === 'sample' ? 'sample' : 'own';

/** Where no map says it: the k that a policy can only raise (docs/privacy.md). */
const LEAST_PEOPLE = 11;

/** A dialog, a list or a menu has its own use of Escape. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"], [role="listbox"], [role="menu"]') !== null;
