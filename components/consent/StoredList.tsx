import { For, type JSX, Show } from 'solid-js';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { WalkStep } from '../../lib/protocol/walk/step';
import { recorderName } from '../../lib/recorders/names';
import { formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './walk.module.css';

interface Row {
  readonly name: string;
  readonly area: string;
  readonly recorder: RecorderId | null;
  readonly essential: boolean;
  readonly days: number | null;
}

/** Cookies and keys as they stood at the end of a step; names alone, values are never kept. */
export function StoredList(props: {
  readonly step: WalkStep;
  readonly recorder: RecorderId | null;
}): JSX.Element {
  const t = useTranslate();
  const rows = () =>
    rowsOf(props.step).filter(
      ({ recorder }) => props.recorder === null || recorder === props.recorder,
    );
  return (
    <Show
      when={rows().length > 0}
      fallback={<p class={css.soft}>{t('ui.audit.walk.cell.noStored')}</p>}
    >
      <ul class={css.stored}>
        <For each={rows()}>
          {(row) => (
            <li>
              <code>{row.name}</code>
              <span class={css.soft}>
                {[
                  row.area,
                  row.days === null
                    ? ''
                    : t('ui.audit.walk.cell.days', [
                        Math.round(row.days),
                        formatCount(Math.round(row.days)),
                      ]),
                  row.recorder === null ? '' : recorderName(row.recorder),
                  row.essential ? t('ui.audit.walk.cell.essential') : '',
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

const rowsOf = ({ cookies, stored }: WalkStep): Row[] => [
  ...cookies.map(({ name, recorder, essential, days }) => ({
    ...{ name, recorder, essential, days },
    area: 'cookie',
  })),
  ...stored.map(({ name, recorder, essential, area }) => ({
    ...{ name, recorder, essential, area },
    days: null,
  })),
];
