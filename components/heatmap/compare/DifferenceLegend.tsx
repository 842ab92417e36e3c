import type { JSX } from 'solid-js';
import { formatPoints } from '../../../lib/core/points';
import { differenceStops } from '../../../lib/heatmap/compare/difference-colour';
import type { DivergingName } from '../../../lib/protocol/compare';
import { LegendBar } from '../../ui/LegendBar';
import { useTranslate } from '../../ui/translate';
import css from './compare.module.css';

/** From less in B over nothing to more in B. */
export function DifferenceLegend(props: {
  readonly palette: DivergingName;
  /** The largest difference, 0 to 1. */
  readonly most: number;
}): JSX.Element {
  const t = useTranslate();
  /** From the left end of the bar: -1 is 0. */
  const stops = () =>
    differenceStops(props.palette).map(({ at, color }) => ({ at: (at + 1) / 2, color }));
  const end = (sign: number) =>
    t('ui.heat.compare.legend.points', [formatPoints(sign * props.most)]);
  return (
    <div class={css.legend} data-testid="compare-legend">
      <LegendBar
        stops={stops()}
        said={t('ui.heat.compare.legend.said', [
          formatPoints(-props.most),
          formatPoints(props.most),
        ])}
      />
      <span class={css.ends}>
        <span>
          {t('ui.heat.compare.legend.less')} <b>{end(-1)}</b>
        </span>
        <span>
          {t('ui.heat.compare.legend.more')} <b>{end(1)}</b>
        </span>
      </span>
    </div>
  );
}
