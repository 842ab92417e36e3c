import Columns2 from 'lucide-solid/icons/columns-2';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { COMPARE_VIEWS, type Compare, DIVERGING_PALETTES } from '../../../lib/protocol/compare';
import type { Bands } from '../../../lib/protocol/heat-kinds';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { useTranslate } from '../../ui/translate';
import css from './compare.module.css';

interface CompareViewProps {
  readonly compare: Compare;
  /** What the bands are of; null: the maps are of cells. */
  readonly measure: Bands['measure'] | null;
  readonly onSet: (part: Partial<Compare>) => void;
  readonly onOpenPictures: (() => void) | undefined;
}

/** How two maps are looked at on the page. */
export function CompareView(props: CompareViewProps): JSX.Element {
  const t = useTranslate();
  const sameScale = () =>
    t(
      props.measure === null
        ? 'ui.heat.compare.sameScale'
        : `ui.heat.compare.bands.sameScale.${props.measure}`,
    );
  return (
    <div class={css.view}>
      <Segmented
        label={t('ui.heat.compare.view')}
        options={COMPARE_VIEWS.map((value) => ({
          value,
          label: t(`ui.heat.compare.views.${value}`),
        }))}
        value={props.compare.view}
        onChange={(view) => props.onSet({ view })}
        testId="compare-view"
      />
      <Switch>
        <Match when={props.compare.view === 'swipe'}>
          <p class={css.help}>
            {t('ui.heat.compare.swipeHelp')} {sameScale()}
          </p>
        </Match>
        <Match when={props.compare.view === 'side'}>
          <div class={css.side}>
            <Segmented
              label={t('ui.heat.compare.onPage')}
              options={(['a', 'b'] as const).map((value) => ({
                value,
                label: t(`ui.heat.compare.sides.${value}`),
              }))}
              value={props.compare.side}
              onChange={(side) => props.onSet({ side })}
              testId="compare-side"
            />
            <Show when={props.onOpenPictures}>
              {(open) => (
                <Button icon={Columns2} onClick={() => open()()} data-testid="compare-pictures">
                  {t('ui.heat.compare.open')}
                </Button>
              )}
            </Show>
          </div>
          <p class={css.help}>{sameScale()}</p>
        </Match>
      </Switch>
    </div>
  );
}

/** The colours of less and more. */
export function DifferenceColours(props: Pick<CompareViewProps, 'compare' | 'onSet'>): JSX.Element {
  const t = useTranslate();
  return (
    <Select
      label={t('ui.heat.compare.palette')}
      options={DIVERGING_PALETTES.map((value) => ({
        value,
        label: t(`ui.heat.compare.palettes.${value}`),
      }))}
      value={props.compare.palette}
      onChange={(palette) => props.onSet({ palette })}
      testId="compare-palette"
    />
  );
}
