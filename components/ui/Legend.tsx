import type { JSX } from 'solid-js';
import type { LegendStop } from '../../lib/heatmap/palettes';
import { formatCount } from './format';
import { LegendBar } from './LegendBar';
import css from './legend.module.css';
import { NumberField } from './NumberField';
import { useTranslate } from './translate';

interface LegendProps {
  readonly stops: readonly LegendStop[];
  /** What the last colour stands for; null: not known yet. */
  readonly peak: number | null;
  /** Which of two maps the scale is of; else there is one. */
  readonly of?: string | undefined;
  readonly onPeak: (peak: number) => void;
}

/** From nothing to the peak. The peak is typed to compare two pages on one scale. */
export function Legend(props: LegendProps): JSX.Element {
  const t = useTranslate();
  const said = () =>
    props.peak === null
      ? t('ui.heat.legend.unknown')
      : props.of === undefined
        ? t('ui.heat.legend.said', [formatCount(props.peak)])
        : t('ui.heat.legend.saidOf', [props.of, formatCount(props.peak)]);
  const label = () =>
    props.of === undefined ? t('ui.heat.legend.peak') : t('ui.heat.legend.peakOf', [props.of]);
  return (
    <div class={css.legend}>
      <span aria-hidden="true">0</span>
      <LegendBar stops={props.stops} said={said()} />
      <NumberField
        label={label()}
        value={props.peak ?? 0}
        min={1}
        max={1_000_000_000}
        step={1}
        disabled={props.peak === null}
        onChange={(peak) => props.onPeak(peak)}
        testId="heat-peak"
      />
    </div>
  );
}
