import Crosshair from 'lucide-solid/icons/crosshair';
import { For, type JSX, Show } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupNameIn } from '../../lib/recorders/setups';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Text, useTranslate } from '../ui/translate';
import { AnswerSection } from './AnswerSection';
import { Capture } from './Capture';
import css from './detail.module.css';
import { ExceptionSection } from './ExceptionSection';
import type { AuditPanelProps } from './props';
import { channelName, STANDINGS, standingOf } from './words';

interface FindingDetailProps
  extends Pick<
    AuditPanelProps,
    'onReveal' | 'onResolve' | 'exceptions' | 'onExcept' | 'onUnexcept'
  > {
  /** Redacted address of the page that was audited. */
  readonly url: string;
  /** What the finding may be of, so that it can be named. */
  readonly setups: readonly RecorderState[];
  readonly finding: Finding | null;
  /** The focus came in: whoever is here reads or writes. */
  readonly onEnter: () => void;
  readonly ref: (element: HTMLElement) => void;
}

/** Why a finding is one, and what mends it. */
export function FindingDetail(props: FindingDetailProps): JSX.Element {
  const t = useTranslate();
  return (
    <section
      ref={(element) => props.ref(element)}
      class={css.detail}
      tabindex="0"
      aria-label={t('ui.audit.detail.label')}
      data-testid="finding-detail"
      onFocusIn={() => props.onEnter()}
    >
      <Show when={props.finding} fallback={<p class={css.none}>{t('ui.audit.detail.none')}</p>}>
        {(finding) => (
          <>
            <FindingBody {...props} finding={finding()} />
            {/* Keyed: a reason that is being written belongs to this finding and to no other. */}
            <Show when={finding().id} keyed>
              {(_) => (
                <>
                  <AnswerSection finding={finding()} onResolve={props.onResolve} />
                  <ExceptionSection {...props} finding={finding()} />
                </>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}

interface FindingBodyProps extends Of, Pick<FindingDetailProps, 'setups' | 'onReveal'> {
  /** The law, guideline or standard behind it. */
  readonly source?: string | undefined;
}

/** What is known of a finding, without what a person says of it. */
export function FindingBody(props: FindingBodyProps): JSX.Element {
  const t = useTranslate();
  return (
    <>
      <Head finding={props.finding} />
      <Facts finding={props.finding} setups={props.setups} source={props.source} />
      <Why finding={props.finding} />
      <FixSection finding={props.finding} />
      <Show when={props.finding.target.selector !== ''}>
        <div class={css.actions}>
          <Button icon={Crosshair} onClick={() => props.onReveal(props.finding)}>
            {t('ui.audit.detail.reveal')}
          </Button>
        </div>
      </Show>
    </>
  );
}

interface Of {
  readonly finding: Finding;
}

function Head(props: Of): JSX.Element {
  const t = useTranslate();
  const standing = () => standingOf(props.finding);
  return (
    <header class={css.head}>
      <div class={css.badges}>
        <Badge tone={STANDINGS[standing()].tone} icon={STANDINGS[standing()].icon}>
          {t(`ui.audit.standing.${standing()}`)}
        </Badge>
        <Badge tone="none">{t(`ui.audit.severityOf.${props.finding.severity}`)}</Badge>
      </div>
      <h2 class={css.title}>
        <Text of={props.finding.text} />
      </h2>
    </header>
  );
}

function Facts(props: Of & Pick<FindingBodyProps, 'setups' | 'source'>): JSX.Element {
  const t = useTranslate();
  const confidence = () => Math.round((props.finding.pii?.confidence ?? 0) * 100);
  return (
    <dl class={css.facts}>
      <Show when={props.finding.target.selector !== ''}>
        <Fact name={t('ui.audit.column.element')}>
          <code class={css.code}>{props.finding.target.selector}</code>
          <CopyButton
            text={props.finding.target.selector}
            label={t('ui.audit.detail.copySelector')}
          />
        </Fact>
      </Show>
      <Show when={props.finding.preview !== ''}>
        <Fact name={t('ui.audit.detail.value')}>
          <code class={css.code}>{props.finding.preview}</code>
        </Fact>
      </Show>
      <Show when={props.finding.pii}>
        {(pii) => (
          <Fact name={t('ui.audit.column.class')}>
            <code>{pii().class}</code>
            <span class={css.soft}>{t('ui.audit.detail.confidence', [confidence()])}</span>
          </Fact>
        )}
      </Show>
      <Show when={props.finding.channel}>
        <Fact name={t('ui.audit.column.channel')}>
          <code>{channelName(props.finding)}</code>
        </Fact>
      </Show>
      <Show when={props.finding.recorder}>
        {(recorder) => (
          <Fact name={t('ui.audit.column.recorder')}>
            <span>
              {setupNameIn(props.setups, {
                recorder: recorder(),
                setup: props.finding.setup,
              })}
            </span>
            <Capture of={props.finding.capture} />
          </Fact>
        )}
      </Show>
      <Show when={props.finding.places > 1}>
        <Fact name={t('ui.audit.column.places')}>
          {t('ui.audit.detail.places', [props.finding.places])}
        </Fact>
      </Show>
      <Fact name={t('ui.audit.detail.rule')}>
        <code>{props.finding.rule}</code>
      </Fact>
      <Show when={props.source}>
        {(source) => <Fact name={t('ui.audit.detail.source')}>{source()}</Fact>}
      </Show>
    </dl>
  );
}

function Fact(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Why(props: Of): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.finding.why.length > 0}>
      <section class={css.part}>
        <h3>{t('ui.audit.detail.why')}</h3>
        <ul class={css.why}>
          <For each={props.finding.why}>
            {(reason) => (
              <li>
                <Text of={reason} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function FixSection(props: Of): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.finding.fix}>
      {(fix) => (
        <section class={css.part}>
          <h3>{t('ui.audit.detail.fix')}</h3>
          <div class={css.fix}>
            <code class={css.code} data-testid="fix-text">
              {fix().text}
            </code>
            <CopyButton text={fix().text} label={t('ui.audit.detail.copyFix')} />
          </div>
          <p class={css.soft}>
            <Text of={fix().effect} />
          </p>
        </section>
      )}
    </Show>
  );
}
