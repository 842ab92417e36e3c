import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { matrixOf } from '../../lib/consent/walk-matrix';
import type { RecorderId } from '../../lib/protocol/recorders';
import { SplitPane } from '../ui/SplitPane';
import { useTranslate } from '../ui/translate';
import { CellDetail } from './CellDetail';
import type { Place } from './CellGrid';
import { cellAt, firstPlace } from './grid-of-walk';
import { MatrixGrid } from './MatrixGrid';
import type { WalkReport } from './props';
import { RecorderSelect } from './RecorderSelect';
import { recordersIn } from './recorders-in';
import css from './walk.module.css';

/** What did every recorder do on every path, step by step? */
export function PathsView(props: { readonly report: WalkReport }): JSX.Element {
  const t = useTranslate();
  const [recorder, setRecorder] = createSignal<RecorderId | null>(null);
  const [chosen, setChosen] = createSignal<Place | null>(null);
  const matrix = createMemo(() => matrixOf(props.report.walk, props.report.policy));
  const place = () => chosen() ?? firstPlace(matrix());
  let detail: HTMLElement | undefined;
  return (
    <div class={css.view}>
      <div class={css.filters}>
        <RecorderSelect
          recorders={recordersIn(props.report.walk)}
          value={recorder()}
          onChange={setRecorder}
        />
        <span class={css.hint}>{t('ui.audit.walk.matrix.keys')}</span>
      </div>
      <div class={css.rest}>
        <SplitPane
          label={t('ui.audit.detail.resize')}
          initial={340}
          min={220}
          main={
            <MatrixGrid
              walk={props.report.walk}
              matrix={matrix()}
              recorder={recorder()}
              selected={place()}
              onSelect={setChosen}
              onOpen={() => detail?.focus()}
            />
          }
          side={
            <section
              ref={(element) => {
                detail = element;
              }}
              class={css.detail}
              tabindex="0"
              aria-label={t('ui.audit.walk.cell.label')}
              data-testid="walk-cell"
            >
              <Show
                when={place()}
                fallback={<p class={css.soft}>{t('ui.audit.walk.matrix.noStep')}</p>}
              >
                {(at) => (
                  <CellDetail
                    walk={props.report.walk}
                    scenario={matrix().columns[at().column] ?? 'untouched'}
                    step={matrix().rows[at().row] ?? 'before'}
                    cell={cellAt(matrix(), at())}
                    recorder={recorder()}
                  />
                )}
              </Show>
            </section>
          }
        />
      </div>
    </div>
  );
}
