import { createEffect, type JSX, on, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import type { WalkProps } from '../consent/props';
import { WalkView } from '../consent/WalkView';
import { Segmented } from '../ui/Segmented';
import { useTranslate } from '../ui/translate';
import { ConsentView } from './ConsentView';
import css from './consent.module.css';
import type { AuditPanelProps } from './props';

export type ConsentPart = 'visit' | 'paths';

interface ConsentTabProps extends AuditPanelProps {
  readonly result: AuditResult;
  readonly part: ConsentPart;
  readonly onPart: (part: ConsentPart) => void;
}

/** What this visit showed of consent, and what all paths do. */
export function ConsentTab(props: ConsentTabProps): JSX.Element {
  return (
    <Show when={props.walk} fallback={<ConsentView {...props} />}>
      {(walk) => <Both {...props} walk={walk()} />}
    </Show>
  );
}

function Both(props: ConsentTabProps & { readonly walk: WalkProps }): JSX.Element {
  const t = useTranslate();
  // Whoever opens the panel in the middle of a walk wants to know what is asked of them.
  createEffect(
    on(
      () => props.walk.ui?.status,
      (status) => {
        if (status === 'running') props.onPart('paths');
      },
    ),
  );
  return (
    <div class={css.tab}>
      <div class={css.which}>
        <Segmented<ConsentPart>
          label={t('ui.audit.walk.which')}
          options={[
            { value: 'visit', label: t('ui.audit.walk.visit') },
            { value: 'paths', label: t('ui.audit.walk.paths') },
          ]}
          value={props.part}
          onChange={(part) => props.onPart(part)}
          testId="consent-part"
        />
        <span class={css.absent}>{t(`ui.audit.walk.whichSaid.${props.part}`)}</span>
      </div>
      <div class={css.under}>
        <Show when={props.part === 'paths'} fallback={<ConsentView {...props} />}>
          <WalkView {...props.walk} />
        </Show>
      </div>
    </div>
  );
}
