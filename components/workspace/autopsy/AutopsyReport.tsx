import FileDown from 'lucide-solid/icons/file-down';
import ListX from 'lucide-solid/icons/list-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { classNameOf } from '../../../lib/pii';
import type { PiiClass } from '../../../lib/protocol/pii-classes';
import { byField } from '../../../lib/wire/autopsy/by-field';
import type { AutopsyReport as Report } from '../../../lib/wire/autopsy/report-schema';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import type { AutopsyProps } from '../props';
import { Answer } from './Answer';
import css from './autopsy.module.css';
import { affectedColumns, fieldColumns } from './columns';
import { SightingsChart } from './SightingsChart';
import { Unread } from './Unread';

/** The answer, what was not read, when, and then where. */
export function AutopsyReport(props: AutopsyProps & { readonly report: Report }): JSX.Element {
  const t = useTranslate();
  const [only, setOnly] = createSignal<PiiClass | null>(null);
  const [view, setView] = createSignal<'fields' | 'recordings'>('fields');
  const isShown = (pii: PiiClass) => only() === null || only() === pii;
  const fields = createMemo(() => byField(props.report).filter((row) => isShown(row.class)));
  const affected = createMemo(() =>
    props.report.affected.filter(({ classes }) => classes.some(isShown)),
  );
  const hasFound = () => props.report.timeline.length > 0;
  return (
    <>
      <Answer report={props.report} />
      <div class={css.actions}>
        <Show when={hasFound()}>
          <Button kind="primary" icon={ListX} onClick={() => props.onSaveAffected(props.report)}>
            {t('ui.workspace.autopsy.saveAffected')}
          </Button>
        </Show>
        <Button icon={FileDown} onClick={() => props.onSaveReport(props.report)}>
          {t('ui.workspace.autopsy.saveReport')}
        </Button>
        <Button kind="quiet" onClick={() => props.onStop()}>
          {t('ui.workspace.autopsy.again')}
        </Button>
      </div>
      <Unread report={props.report} />
      <Show when={hasFound()}>
        <SightingsChart report={props.report} only={only()} onPick={setOnly} />
        <div class={css.bar}>
          <Segmented
            label={t('ui.workspace.autopsy.view')}
            options={[
              { value: 'fields', label: t('ui.workspace.autopsy.fields') },
              { value: 'recordings', label: t('ui.workspace.autopsy.recordings') },
            ]}
            value={view()}
            onChange={setView}
            testId="autopsy-view"
          />
          <Show when={only()}>
            {(pii) => (
              <p class={css.only}>
                {t('ui.workspace.autopsy.only', [t(classNameOf(pii()))])}{' '}
                <Button kind="quiet" onClick={() => setOnly(null)}>
                  {t('ui.workspace.autopsy.all')}
                </Button>
              </p>
            )}
          </Show>
        </div>
        <div
          class={css.table}
          style={{ '--rows': view() === 'fields' ? fields().length : affected().length }}
        >
          <Show
            when={view() === 'fields'}
            fallback={
              <Table
                label={t('ui.workspace.autopsy.recordings')}
                columns={affectedColumns(t)}
                rows={affected()}
                idOf={({ file, recording }) => `${file}\n${recording}`}
                rowHeight={ROW}
                testId="autopsy-recordings"
              />
            }
          >
            <Table
              label={t('ui.workspace.autopsy.fields')}
              columns={fieldColumns(t)}
              rows={fields()}
              idOf={({ id }) => id}
              rowHeight={ROW}
              testId="autopsy-fields"
            />
          </Show>
        </div>
      </Show>
    </>
  );
}

/** CSS px; the height of the box in the style sheet knows it too. */
const ROW = 32;
