import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import type { HeatState } from '../../lib/protocol/heat';
import {
  TAKING_FILTERS,
  type TakenAway,
  type TakingFilter,
} from '../../lib/protocol/noise-messages';
import { Button } from '../ui/Button';
import { formatCount } from '../ui/format';
import { Text, useTranslate } from '../ui/translate';
import { abilitiesOf } from './chosen-source';
import { editionOf } from './map-edition';
import shared from './measures/measures.module.css';
import css from './noise-difference.module.css';

/** Asks for both maps. Rejects with nothing that a person can mend: that is in the answer. */
export type AskTakenAway = (filter: TakingFilter) => Promise<{
  readonly taken: TakenAway | null;
  readonly reason: Message | null;
}>;

interface NoiseDifferenceProps {
  readonly state: HeatState;
  readonly onAsk: AskTakenAway;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
}

/** What leaving noise, or a team's own visits, out takes away from the map: never asked by itself. */
export function NoiseDifference(props: NoiseDifferenceProps): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = createSignal(false);
  return (
    <Show when={abilitiesOf(props.state) !== null && props.state.summary?.bands === null}>
      <section class={shared.group} aria-label={t('ui.heat.taken.title')}>
        <button
          type="button"
          class={shared.head}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
          data-testid="taken"
        >
          <ChevronRight size={13} aria-hidden="true" data-open={open() || undefined} />
          {t('ui.heat.taken.title')}
        </button>
        <Show when={open()}>
          <dl class={css.body}>
            <For each={TAKING_FILTERS}>
              {(filter) => (
                <div>
                  <dt>{t(`ui.heat.taken.${filter}`)}</dt>
                  <dd>
                    <OneFilter {...props} filter={filter} />
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </section>
    </Show>
  );
}

type Shown = Awaited<ReturnType<AskTakenAway>> | 'none' | 'asking';

function OneFilter(props: NoiseDifferenceProps & { readonly filter: TakingFilter }): JSX.Element {
  const t = useTranslate();
  const [shown, setShown] = createSignal<Shown>('none');
  const can = () => abilitiesOf(props.state)?.filters.includes(props.filter) === true;
  // An answer is of the map that it was asked for.
  const map = createMemo(() =>
    JSON.stringify([editionOf(props.state.summary), props.state.settings.filters]),
  );
  createEffect(on(map, () => setShown('none'), { defer: true }));
  const ask = async (): Promise<void> => {
    const of = map();
    setShown('asking');
    const failed = { taken: null, reason: { id: 'error.message.lost' } } as const;
    const answer = await props.onAsk(props.filter).catch(() => failed);
    if (of === map()) setShown(answer);
  };
  const answer = () => {
    const now = shown();
    return typeof now === 'string' ? null : now;
  };
  return (
    <Show
      when={can()}
      fallback={<p class={shared.soft}>{t(`heat.note.cannotFilter.${props.filter}`)}</p>}
    >
      <Show when={answer()?.taken}>{(taken) => <Taken {...props} taken={taken()} />}</Show>
      <Show when={answer()?.reason}>
        {(reason) => (
          <p role="alert">
            <Text of={reason()} />
          </p>
        )}
      </Show>
      <Show when={answer()?.taken == null}>
        <Button
          disabled={shown() === 'asking'}
          onClick={() => void ask()}
          data-testid={`taken-${props.filter}`}
        >
          {t(shown() === 'asking' ? 'ui.heat.taken.asking' : 'ui.heat.taken.show')}
        </Button>
      </Show>
    </Show>
  );
}

function Taken(props: NoiseDifferenceProps & { readonly taken: TakenAway }): JSX.Element {
  const t = useTranslate();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <div class={css.taken} aria-live="polite" data-testid={`taken-share-${props.taken.filter}`}>
      <p>
        {percent(props.taken.share) === 0
          ? t('ui.heat.taken.little')
          : t('ui.heat.taken.share', [percent(props.taken.share)])}
      </p>
      <Show when={props.taken.elements.length > 0}>
        <p class={css.most}>{t('ui.heat.taken.most')}</p>
        <ul onMouseLeave={() => props.onHighlight(null)}>
          <For each={props.taken.elements}>
            {({ ref, label, role, share, count }) => (
              <li>
                <button
                  type="button"
                  onClick={() => props.onScrollTo(ref)}
                  onMouseEnter={() => props.onHighlight(ref)}
                  onFocus={() => props.onHighlight(ref)}
                  onBlur={() => props.onHighlight(null)}
                >
                  <span>{label || role}</span>
                  <span class={shared.soft}>
                    {t('ui.heat.taken.element', [percent(share), formatCount(count)])}
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={percent(props.taken.elsewhere) > 0}>
        <p class={shared.soft}>{t('ui.heat.taken.elsewhere', [percent(props.taken.elsewhere)])}</p>
      </Show>
      <p class={shared.soft}>{t('ui.heat.taken.about', [props.taken.k])}</p>
    </div>
  );
}
