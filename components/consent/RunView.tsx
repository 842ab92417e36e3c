import Hand from 'lucide-solid/icons/hand';
import MousePointerClick from 'lucide-solid/icons/mouse-pointer-click';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { Button } from '../ui/Button';
import { IconOf } from '../ui/IconOf';
import { useTranslate } from '../ui/translate';
import { CellDetail } from './CellDetail';
import type { Place } from './CellGrid';
import { Elapsed } from './Elapsed';
import { cellAt, matrixSoFar } from './grid-of-walk';
import { MatrixGrid } from './MatrixGrid';
import type { WalkProps, WalkReport, WalkRun } from './props';
import { SkipForm } from './SkipForm';
import { StepList } from './StepList';
import { instruction } from './task-words';
import css from './walk.module.css';

interface RunViewProps extends WalkProps {
  readonly run: WalkRun;
  readonly soFar: WalkReport | null;
}

/** One thing to do at a time, and what the paths behind have shown already. */
export function RunView(props: RunViewProps): JSX.Element {
  const t = useTranslate();
  const [skipping, setSkipping] = createSignal(false);
  const [chosen, setChosen] = createSignal<Place | null>(null);
  const walk = () => props.soFar?.walk ?? null;
  const matrix = createMemo(() => matrixSoFar(walk(), props.run));
  const press = () => (props.run.task.kind === 'press' ? props.run.task : null);
  const open = () => {
    const place = chosen();
    const cell = place === null ? null : cellAt(matrix(), place);
    const known = walk();
    return cell === null || known === null ? null : { cell, walk: known };
  };
  let detail: HTMLElement | undefined;

  return (
    <div class={css.view} data-testid="walk-run">
      <div class={css.task} data-asks={press() !== null || undefined}>
        <IconOf of={press() === null ? undefined : Hand} size={16} />
        <p role="status" aria-live="polite" aria-atomic="true" data-testid="walk-task">
          <strong>{instruction(props.run.task, t).lead}</strong>{' '}
          {instruction(props.run.task, t).rest}
        </p>
        <Elapsed since={props.run.since} until={props.run.until} />
        <span class={css.actions}>
          <Show when={press()?.selector}>
            {(selector) => (
              <>
                <Button onClick={() => props.onReveal(selector())}>
                  {t('ui.audit.walk.run.reveal')}
                </Button>
                <Button
                  icon={MousePointerClick}
                  title={t('ui.audit.walk.run.pressHint')}
                  onClick={() => props.onPress()}
                >
                  {t('ui.audit.walk.run.press')}
                </Button>
              </>
            )}
          </Show>
          <Button aria-expanded={skipping()} onClick={() => setSkipping(!skipping())}>
            {t('ui.audit.walk.run.skip')}
          </Button>
          <Button onClick={() => props.onStop()}>{t('ui.audit.walk.run.stop')}</Button>
        </span>
      </div>
      <Show when={skipping()}>
        <SkipForm
          onSkip={(reason) => {
            setSkipping(false);
            props.onSkip(reason);
          }}
          onCancel={() => setSkipping(false)}
        />
      </Show>
      <div class={css.running}>
        <StepList run={props.run} />
        <div class={css.filling}>
          <MatrixGrid
            walk={walk()}
            matrix={matrix()}
            recorder={null}
            selected={chosen()}
            onSelect={setChosen}
            onOpen={() => detail?.focus()}
          />
          <section
            ref={(element) => {
              detail = element;
            }}
            class={css.detail}
            tabindex="0"
            aria-label={t('ui.audit.walk.cell.label')}
          >
            <Show
              when={open()}
              fallback={<p class={css.soft}>{t('ui.audit.walk.run.openCell')}</p>}
            >
              {(known) => (
                <CellDetail
                  walk={known().walk}
                  scenario={known().cell.scenario}
                  step={known().cell.step}
                  cell={known().cell}
                  recorder={null}
                />
              )}
            </Show>
          </section>
        </div>
      </div>
    </div>
  );
}
