import { type JSX, Show } from 'solid-js';
import type { WalkMatrix } from '../../lib/consent/walk-matrix';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { Walk } from '../../lib/protocol/walk/walk';
import { useTranslate } from '../ui/translate';
import { CellGrid, type Place } from './CellGrid';
import { seenIn } from './cell-words';
import css from './grid.module.css';
import { cellAt, obstacleOf } from './grid-of-walk';
import { Mark } from './Mark';
import { SCENARIO_KEYS, STEP_KEYS } from './words';

interface MatrixGridProps {
  readonly walk: Walk | null;
  readonly matrix: WalkMatrix;
  /** Null: all of them, the worst of each cell. */
  readonly recorder: RecorderId | null;
  readonly selected: Place | null;
  readonly onSelect: (place: Place) => void;
  readonly onOpen: () => void;
}

/** Paths across, steps down, and in each cell what the recorders did there. */
export function MatrixGrid(props: MatrixGridProps): JSX.Element {
  const t = useTranslate();
  const seenAt = (place: Place) => {
    const cell = cellAt(props.matrix, place);
    if (cell === null) return null;
    return seenIn(cell, props.recorder, obstacleOf(props.walk, cell.scenario), t);
  };
  return (
    <CellGrid
      narrow
      label={t('ui.audit.walk.matrix.label')}
      corner={t('ui.audit.walk.matrix.step')}
      columns={props.matrix.columns.map((id) => t(`ui.audit.walk.scenario.${SCENARIO_KEYS[id]}`))}
      rows={props.matrix.rows.map((id) => t(`ui.audit.walk.step.${STEP_KEYS[id]}`))}
      cell={(place) => (
        <Show
          when={seenAt(place)}
          fallback={
            <span class={css.soft}>
              <span class="visually-hidden">{t('ui.audit.walk.matrix.noStep')}</span>
            </span>
          }
        >
          {(seen) => <Mark of={seen().mark} word={seen().word} />}
        </Show>
      )}
      tip={(place) => seenAt(place)?.reasons.join(' ') ?? t('ui.audit.walk.matrix.noStep')}
      selected={props.selected}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      testId="walk-matrix"
    />
  );
}
