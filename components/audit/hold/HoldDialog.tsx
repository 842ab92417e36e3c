import { createSignal, For, type JSX, Show } from 'solid-js';
import type { HeldRecorder, HoldPlan } from '../../../lib/protocol/hold';
import { recorderName } from '../../../lib/recorders/names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Text, useTranslate } from '../../ui/translate';
import css from './hold.module.css';
import type { HoldProps } from './props';

interface DialogProps extends HoldProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What would be blocked, what the browser will be asked for, and what gets out all the same. */
export function HoldDialog(props: DialogProps): JSX.Element {
  const t = useTranslate();
  const [whole, setWhole] = createSignal(false);
  const plan = () => (whole() ? props.hold?.wholePlan : props.hold?.plan) ?? null;
  const isHeld = () => props.hold?.status !== 'off';
  const act = (work: () => void) => () => {
    work();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      title={t('ui.audit.hold.title', [plan()?.site ?? ''])}
      onClose={() => props.onClose()}
      wide
    >
      <Show when={plan()}>
        {(shown) => (
          <div class={css.hold}>
            <p>{t('ui.audit.hold.lead', [shown().site])}</p>
            <div class={css.columns}>
              <div class={css.column}>
                <Blocked plan={shown()} />
                <label class={css.whole}>
                  <input
                    type="checkbox"
                    checked={whole()}
                    onChange={(event) => setWhole(event.currentTarget.checked)}
                    data-testid="hold-whole"
                  />
                  <span>
                    {t('ui.audit.hold.everyone')}{' '}
                    <span class={css.soft}>
                      {t('ui.audit.hold.everyoneHint', [
                        props.hold?.wholePlan?.recorders.length ?? 0,
                      ])}
                    </span>
                  </span>
                </label>
              </div>
              <div class={css.column}>
                <h3>{t('ui.audit.hold.escapes')}</h3>
                <ul class={css.escapes}>
                  <For each={shown().escapes}>
                    {(sentence) => (
                      <li>
                        <Text of={sentence} />
                      </li>
                    )}
                  </For>
                </ul>
                <p class={css.soft}>{t('ui.audit.hold.askHint')}</p>
              </div>
            </div>
            <div class={css.buttons}>
              <Show when={isHeld()}>
                <Button onClick={act(() => props.onRelease())} data-testid="hold-release">
                  {t('ui.audit.hold.release')}
                </Button>
              </Show>
              <Button
                kind="primary"
                disabled={shown().recorders.length === 0}
                onClick={act(() => props.onHold(whole()))}
                data-testid="hold-on"
              >
                {t('ui.audit.hold.ask', [hostsIn(shown())])}
              </Button>
            </div>
          </div>
        )}
      </Show>
    </Dialog>
  );
}

/** A host that is asked for in several schemes is one to the person who is asked. */
const hostsIn = (plan: HoldPlan): number =>
  new Set(plan.patterns.map((pattern) => pattern.replace(/^\w+:\/\//, ''))).size;

function Blocked(props: { readonly plan: HoldPlan }): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.plan.recorders.length > 0} fallback={<p>{t('ui.audit.hold.nobody')}</p>}>
      <section class={css.list} tabindex="0" aria-label={t('ui.audit.hold.blocked')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui.audit.hold.recorder')}</th>
              <th scope="col">{t('ui.audit.hold.blocked')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.plan.recorders}>
              {(recorder) => (
                <tr>
                  <th scope="row">{recorderName(recorder.id)}</th>
                  <td>
                    <For
                      each={addressesOf(recorder)}
                      fallback={<span class={css.soft}>{t('ui.audit.hold.nowhere')}</span>}
                    >
                      {(address) => <code>{address}</code>}
                    </For>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}

const addressesOf = ({ hosts, places }: HeldRecorder): string[] => [
  ...hosts.map((host) => `*.${host}`),
  ...places,
];
