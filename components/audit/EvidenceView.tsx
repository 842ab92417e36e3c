import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AuditResult, Coverage } from '../../lib/protocol/findings';
import type { RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { formatCount, formatMoment, formatShare } from '../ui/format';
import { Text, useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import type { AuditPanelProps } from './props';
import { RecorderSection } from './RecorderSection';
import { FRAME_KEYS, FRAME_TONES, isOpen, STANDINGS, standingOf } from './words';

type AuditedFrame = AuditResult['frames'][number];

type ViewProps = AuditPanelProps & { readonly result: AuditResult };

/** What the verdict rests on: what was read, which recorders with which options, how much is covered. */
export function EvidenceView(props: ViewProps): JSX.Element {
  return (
    <div class={css.evidence}>
      <Gaps {...props} />
      <FrameSection {...props} />
      <RecorderSection {...props} />
      <CoverageSection {...props} />
      <ClearanceSection {...props} />
    </div>
  );
}

/** Findings about the evidence itself: a frame that was not audited, options that were assumed. */
function Gaps(props: ViewProps): JSX.Element {
  const t = useTranslate();
  const gaps = createMemo(() =>
    props.result.findings.filter((each) => each.half === 'coverage' && isOpen(each)),
  );
  return (
    <Show when={gaps().length > 0}>
      <section class={css.section}>
        <h2>{t('ui.audit.evidence.gaps')}</h2>
        <ul class={css.gaps}>
          <For each={gaps()}>
            {(gap) => {
              const face = () => STANDINGS[standingOf(gap)];
              return (
                <li>
                  <Badge tone={face().tone} icon={face().icon}>
                    {t(`ui.audit.standing.${standingOf(gap)}`)}
                  </Badge>
                  <span>
                    <Text of={gap.text} />
                  </span>
                </li>
              );
            }}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function FrameSection(props: ViewProps): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.section}>
      <header>
        <h2>{t('ui.audit.evidence.frames')}</h2>
        <Show
          when={!props.state?.allSites}
          fallback={<span class={css.soft}>{t('ui.audit.evidence.allSites')}</span>}
        >
          <span class={css.soft}>{t('ui.audit.evidence.oneSite')}</span>
          <Button onClick={() => props.onGrantAll()}>{t('ui.audit.action.grantAll')}</Button>
        </Show>
      </header>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.column.state')}</th>
            <th scope="col">{t('ui.audit.column.url')}</th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.elements')}
            </th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.personal')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('ui.audit.column.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.result.frames}>
            {(frame) => <FrameRow frame={frame} onAllow={props.onAllowFrame} />}
          </For>
        </tbody>
      </table>
    </section>
  );
}

interface FrameRowProps {
  readonly frame: AuditedFrame;
  readonly onAllow: AuditPanelProps['onAllowFrame'];
}

function FrameRow(props: FrameRowProps): JSX.Element {
  const t = useTranslate();
  const isRead = () => props.frame.state === 'read';
  const canAllow = () => props.frame.state === 'not-audited' || props.frame.state === 'allowed';
  return (
    <tr>
      <td>
        <Badge
          tone={FRAME_TONES[props.frame.state]}
          about={t(`ui.audit.frame.${FRAME_KEYS[props.frame.state]}About`)}
        >
          {t(`ui.audit.frame.${FRAME_KEYS[props.frame.state]}`)}
        </Badge>
      </td>
      <td class={css.url}>{props.frame.url}</td>
      <td data-align="end">{isRead() ? formatCount(props.frame.elements) : '–'}</td>
      <td data-align="end">{isRead() ? formatCount(props.frame.sightings) : '–'}</td>
      <td data-align="end">
        <Show when={canAllow()}>
          <Button
            onClick={() => props.onAllow(props.frame.id, props.frame.state === 'not-audited')}
          >
            {t(
              props.frame.state === 'allowed' ? 'ui.audit.frame.disallow' : 'ui.audit.frame.allow',
            )}
          </Button>
        </Show>
      </td>
    </tr>
  );
}

function CoverageSection(props: ViewProps): JSX.Element {
  const t = useTranslate();
  const rows = (): [string, Coverage][] => [
    [t('ui.audit.coverage.all'), props.result.coverage],
    ...Object.entries(props.result.coverage.byRecorder).map(
      ([id, coverage]): [string, Coverage] => [recorderLabel(id, props.result), coverage],
    ),
  ];
  return (
    <section class={css.section}>
      <h2>{t('ui.audit.coverage.title')}</h2>
      <p class={css.soft}>{t('ui.audit.coverage.about')}</p>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.column.recorder')}</th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.personal')}
            </th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.covered')}
            </th>
            <th scope="col">{t('ui.audit.column.coverage')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {([name, coverage]) => (
              <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{formatCount(coverage.personal)}</td>
                <td data-align="end">{formatCount(coverage.covered)}</td>
                <td>
                  <Share of={coverage.share} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function recorderLabel(id: string, { recorders }: AuditResult): string {
  const known: RecorderId | undefined = recorders.find((each) => each.id === id)?.id;
  return known === undefined ? id : recorderName(known);
}

/** No value seen is "no data", not 100 %. */
function Share(props: { of: number | null }): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.of !== null}
      fallback={<span class={css.soft}>{t('ui.audit.coverage.noData')}</span>}
    >
      <span class={css.share}>
        <span class={css.meter} style={{ '--part': `${(props.of ?? 0) * 100}%` }} />
        {t('ui.heat.elements.percent', [formatShare(props.of ?? 0)])}
      </span>
    </Show>
  );
}

function ClearanceSection(props: ViewProps): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.section}>
      <h2>{t('ui.audit.clearance.title')}</h2>
      <Show
        when={props.result.clearance}
        fallback={<p class={css.soft}>{t('ui.audit.clearance.none')}</p>}
      >
        {(clearance) => (
          <dl class={css.facts} data-testid="clearance">
            <div>
              <dt>{t('ui.audit.clearance.scope')}</dt>
              <dd>
                <code>{`${clearance().origin}${clearance().path}`}</code>
              </dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.recorders')}</dt>
              <dd>{clearance().recorders.map(recorderName).join(', ') || '–'}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.issued')}</dt>
              <dd>{formatMoment(clearance().issued)}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.expires')}</dt>
              <dd>{formatMoment(clearance().expires)}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.states')}</dt>
              <dd>{t('ui.audit.clearance.statesSeen', [clearance().statesSeen.length])}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.ruleSet')}</dt>
              <dd>
                <code>{clearance().ruleSet}</code>
              </dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.signature')}</dt>
              <dd>
                <code title={clearance().exposureSignature}>
                  {clearance().exposureSignature.slice(0, 12)}
                </code>
              </dd>
            </div>
          </dl>
        )}
      </Show>
    </section>
  );
}
