import { createMemo, For, type JSX, Show } from 'solid-js';
import type { MatrixCell } from '../../lib/consent/walk-matrix';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { ScenarioId, StepId } from '../../lib/protocol/walk/scenarios';
import type { WalkStep } from '../../lib/protocol/walk/step';
import type { Walk } from '../../lib/protocol/walk/walk';
import { SignalTable } from '../audit/SignalTable';
import { Badge } from '../ui/Badge';
import { formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { seenIn } from './cell-words';
import { obstacleOf } from './grid-of-walk';
import { OwnerTable } from './OwnerTable';
import { StoredList } from './StoredList';
import css from './walk.module.css';
import { MARK_FACES, MARK_KEYS, SCENARIO_KEYS, STEP_KEYS } from './words';

interface CellDetailProps {
  readonly walk: Walk;
  readonly scenario: ScenarioId;
  readonly step: StepId;
  /** Null: the path has no such step. */
  readonly cell: MatrixCell | null;
  readonly recorder: RecorderId | null;
}

/** Everything that one step of one path rests on: requests by owner, storage, signals. */
export function CellDetail(props: CellDetailProps): JSX.Element {
  const t = useTranslate();
  const step = createMemo<WalkStep | null>(() => {
    const run = props.walk.scenarios.find(({ id }) => id === props.scenario);
    return run?.steps.find(({ id }) => id === props.step) ?? null;
  });
  return (
    <>
      <h2 class={css.title}>
        {t(`ui.audit.walk.scenario.${SCENARIO_KEYS[props.scenario]}`)}
        {' · '}
        {t(`ui.audit.walk.step.${STEP_KEYS[props.step]}`)}
      </h2>
      <Show when={props.cell} fallback={<p class={css.soft}>{t('ui.audit.walk.matrix.noStep')}</p>}>
        {(cell) => {
          const seen = () =>
            seenIn(cell(), props.recorder, obstacleOf(props.walk, props.scenario), t);
          return (
            <>
              <Badge tone={MARK_FACES[seen().mark].tone} icon={MARK_FACES[seen().mark].icon}>
                {t(`ui.audit.walk.markSaid.${MARK_KEYS[seen().mark]}`)}
              </Badge>
              <ul class={css.reasons}>
                <For each={seen().reasons}>{(reason) => <li>{reason}</li>}</For>
              </ul>
              <Show when={cell().runs > 1}>
                <p class={css.soft}>{t('ui.audit.walk.cell.runs', [cell().runs])}</p>
              </Show>
            </>
          );
        }}
      </Show>
      <Show when={step()}>
        {(known) => (
          <>
            <section class={css.part}>
              <h3>
                {t('ui.audit.walk.cell.requests')}{' '}
                <span class={css.soft}>{formatCount(known().requests.length)}</span>
              </h3>
              <OwnerTable step={known()} recorder={props.recorder} />
            </section>
            <section class={css.part}>
              <h3>{t('ui.audit.walk.cell.stored')}</h3>
              <StoredList step={known()} recorder={props.recorder} />
            </section>
            <div class={css.bleed}>
              <SignalTable timeline={known().timeline} />
            </div>
          </>
        )}
      </Show>
    </>
  );
}
