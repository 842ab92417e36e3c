import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import { type JSX, Show } from 'solid-js';
import { legendStops } from '../../lib/heatmap/palettes';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import { bothOf, paintedScale, peakOfA } from '../../lib/report/painted-scale';
import { IconButton } from '../ui/Button';
import { formatCount } from '../ui/format';
import { Legend } from '../ui/Legend';
import { useTranslate } from '../ui/translate';
import css from './controls.module.css';

interface ScaleProps {
  readonly state: HeatState;
  readonly comparison: HeatComparison | null;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
}

/** The scale that the page is painted with: of two maps on one scale, the end of each that is shown. */
export function Scale(props: ScaleProps): JSX.Element {
  const t = useTranslate();
  const settings = () => props.state.settings;
  const both = () => bothOf(props.state, props.comparison);
  const scale = () => paintedScale(props.state, props.comparison);
  /** The map that the bar is of. */
  const side = () => ((scale()?.a ?? null) === null ? 'b' : 'a');
  const end = () => scale()?.[side()] || null;
  const set = (typed: number) => {
    const maps = both();
    // The peak that is set is A's, and B's follows.
    props.onSettings({ peak: maps && side() === 'b' ? peakOfA(typed, maps) : typed });
  };
  const besideA = () => (side() === 'a' ? (scale()?.b ?? null) : null);
  return (
    <>
      <div class={css.legend}>
        <Legend
          stops={legendStops(settings().palette)}
          of={both() === null ? undefined : t(`ui.heat.compare.side.${side()}`)}
          peak={end()}
          onPeak={set}
        />
        <Show when={settings().peak !== null}>
          <IconButton
            icon={RotateCcw}
            label={t('ui.heat.legend.auto')}
            onClick={() => props.onSettings({ peak: null })}
          />
        </Show>
      </div>
      <Show when={besideA() !== null}>
        <p class={css.beside} data-testid="heat-peak-b">
          {t('ui.heat.legend.alsoB', [formatCount(end() ?? 0), formatCount(besideA() ?? 0)])}
        </p>
      </Show>
    </>
  );
}
