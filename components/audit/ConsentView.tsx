import CircleCheck from 'lucide-solid/icons/circle-check';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import { createMemo, type JSX, Show } from 'solid-js';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import { Button } from '../ui/Button';
import { formatCount } from '../ui/format';
import { SplitPane } from '../ui/SplitPane';
import { Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { createChosen } from './chosen';
import css from './consent.module.css';
import { EventList } from './EventList';
import { FindingDetail } from './FindingDetail';
import { sentenceColumns } from './finding-columns';
import type { AuditPanelProps } from './props';
import { SignalTable } from './SignalTable';
import { TimelineChart } from './TimelineChart';
import { useTargets } from './targets';
import { byUrgency } from './words';

const ROW = 22;

/** What started, and who chose it? */
export function ConsentView(props: AuditPanelProps & { result: AuditResult }): JSX.Element {
  const t = useTranslate();
  let detail: HTMLElement | undefined;
  const timeline = () => props.result.timeline;
  const findings = createMemo(() =>
    props.result.findings.filter(({ half }) => half === 'consent').sort(byUrgency),
  );
  const startedAt = createMemo(() => timeline().startedAt);
  const columns = createMemo(() => sentenceColumns(t, startedAt()));
  const { chosen, choose, keep } = createChosen(findings);
  const target = useTargets(props);

  return (
    <SplitPane
      label={t('ui.audit.detail.resize')}
      initial={340}
      min={220}
      main={
        <div class={css.scroll}>
          <Show when={!timeline().fromStart}>
            <p class={css.late}>
              <span>{t('ui.audit.timeline.late')}</span>
              <Button
                icon={RotateCw}
                disabled={props.state?.status === 'running'}
                onClick={() => props.onRun(true)}
              >
                {t('ui.audit.action.reload')}
              </Button>
            </p>
          </Show>
          <TimelineChart timeline={timeline()} findings={findings()} />
          <section class={css.part}>
            <h2>{t('ui.audit.consent.findings')}</h2>
            <Show
              when={findings().length > 0}
              fallback={
                <p class={css.none}>
                  <CircleCheck size={13} aria-hidden="true" />
                  {t('ui.audit.consent.noFindings')}
                </p>
              }
            >
              <div style={{ height: `${Math.min(8, findings().length) * ROW + 24}px` }}>
                <Table<Finding>
                  label={t('ui.audit.consent.findings')}
                  columns={columns()}
                  rows={findings()}
                  idOf={({ id }) => id}
                  rowHeight={ROW}
                  selected={chosen()?.id ?? null}
                  onHover={target.highlight}
                  onSelect={choose}
                  onOpen={() => detail?.focus()}
                  testId="consent-table"
                />
              </div>
            </Show>
          </section>
          <SignalTable timeline={timeline()} />
          <section class={css.part}>
            <h2>
              {t('ui.audit.consent.events')}{' '}
              <span class={css.count}>{formatCount(timeline().events.length)}</span>
            </h2>
            <EventList timeline={timeline()} />
            <Show when={timeline().dropped > 0}>
              <p class={css.none}>
                {t('ui.audit.timeline.dropped', [
                  timeline().dropped,
                  formatCount(timeline().dropped),
                ])}
              </p>
            </Show>
          </section>
        </div>
      }
      side={
        <FindingDetail
          {...props}
          url={props.result.url}
          setups={props.result.recorders}
          finding={chosen()}
          onEnter={keep}
          ref={(element) => {
            detail = element;
          }}
        />
      }
    />
  );
}
