import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ById } from '../ui/ById';
import { formatCount } from '../ui/format';
import { Text, useTranslate } from '../ui/translate';
import { ClearanceSection } from './ClearanceSection';
import { ComparisonSection } from './ComparisonSection';
import { CoverageSection } from './CoverageSection';
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
      <ComparisonSection result={props.result} />
      <CoverageSection result={props.result} />
      <ClearanceSection result={props.result} />
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
          <ById each={props.result.frames} idOf={({ id }) => id}>
            {(frame) => <FrameRow frame={frame()} onAllow={props.onAllowFrame} />}
          </ById>
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
