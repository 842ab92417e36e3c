import FileJson from 'lucide-solid/icons/file-braces';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { Proof } from '../../../lib/protocol/proof';
import { Button } from '../../ui/Button';
import { formatClock } from '../../ui/format';
import { SplitPane } from '../../ui/SplitPane';
import { Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import { Limits } from './Limits';
import css from './proof.module.css';
import type { ProofProps } from './props';
import { Remains } from './Remains';
import { RowDetail } from './RowDetail';
import { reportColumns } from './report-columns';
import { isBad, type ProofRow, rowsOf } from './rows';

/** The outcome of a proof: which canary reached whom, beside what the rules say. */
export function ReportView(props: ProofProps & { readonly shown: Proof }): JSX.Element {
  const t = useTranslate();
  const [selected, setSelected] = createSignal<string | null>(null);
  const rows = createMemo(() => rowsOf(props.shown));
  const chosen = () => rows().find(({ id }) => id === selected()) ?? rows()[0] ?? null;
  return (
    <div class={css.proof} data-testid="proof-report">
      <div class={css.bar}>
        <p role="status" data-testid="proof-summary">
          <Summary proof={props.shown} rows={rows()} />
        </p>
        <span class={css.actions}>
          <Button icon={FileJson} onClick={() => props.onExportProof()}>
            {t('ui.audit.prove.report.export')}
          </Button>
          <Button kind="primary" onClick={() => props.onPrepareProof()}>
            {t('ui.audit.prove.report.again')}
          </Button>
        </span>
      </div>
      <Limits proof={props.shown} />
      <div class={css.table}>
        <SplitPane
          label={t('ui.audit.detail.resize')}
          initial={360}
          min={220}
          main={
            <Table<ProofRow>
              label={t('ui.audit.prove.report.table')}
              columns={reportColumns(t)}
              rows={rows()}
              idOf={({ id }) => id}
              rowHeight={22}
              selected={chosen()?.id ?? null}
              onSelect={({ id }) => setSelected(id)}
              testId="proof-table"
            >
              <p class={css.none}>
                {t(`ui.audit.prove.report.${props.shown.report.void ? 'voidRow' : 'noRow'}`)}
              </p>
            </Table>
          }
          side={
            <section
              class={css.side}
              tabindex="0"
              aria-label={t('ui.audit.prove.report.detail.label')}
            >
              <RowDetail row={chosen()} />
              <Remains proof={props.shown} />
            </section>
          }
        />
      </div>
    </div>
  );
}

function Summary(props: {
  readonly proof: Proof;
  readonly rows: readonly ProofRow[];
}): JSX.Element {
  const t = useTranslate();
  const planted = () => props.proof.fields.filter(({ state }) => state === 'planted').length;
  const at = () => t('ui.audit.prove.report.at', [formatClock(props.proof.plantedAt)]);
  return (
    <>
      <strong>{t('ui.audit.prove.report.summary', [planted(), at()])}</strong>
      <For each={props.proof.report.void ? [] : countsOf(props.rows, t)}>
        {(said) => <> {said}</>}
      </For>
      <Show when={props.proof.verdicts.length === 0 && props.proof.report.void === null}>
        {' '}
        {t('ui.audit.prove.report.noRecorder')}
      </Show>
    </>
  );
}

function countsOf(rows: readonly ProofRow[], t: Translate): string[] {
  const count = (is: (row: ProofRow) => boolean) =>
    new Set(rows.filter(is).map(({ field }) => field.key)).size;
  const leaks = count(isBad);
  const agrees = count(({ outcome }) => outcome === 'agrees');
  const others = count(({ outcome }) => outcome === 'other');
  return [
    ...(leaks > 0 ? [t('ui.audit.prove.report.leaks', [leaks])] : []),
    ...(others > 0 ? [t('ui.audit.prove.report.others', [others])] : []),
    ...(agrees > 0 ? [t('ui.audit.prove.report.agrees', [agrees])] : []),
    ...(rows.every(({ hits }) => hits.length === 0) ? [t('ui.audit.prove.report.nobody')] : []),
  ];
}
