import Landmark from 'lucide-solid/icons/landmark';
import { For, type JSX, Show } from 'solid-js';
import type { Policy } from '../../lib/protocol/sources';
import { EmptyState } from '../ui/EmptyState';
import { shortUrl } from '../ui/format';
import { useTranslate } from '../ui/translate';
import type { WorkspaceProps } from './props';
import css from './workspace.module.css';

/** What the administrator set. It can only tighten, and it is not changed here. */
export function PolicyView(props: Pick<WorkspaceProps, 'policy'>): JSX.Element {
  const t = useTranslate();
  const isEmpty = (policy: Policy) => Object.keys(policy).length === 0;
  return (
    <>
      <header class={css.head}>
        <div>
          <h1>{t('ui.workspace.policy.title')}</h1>
          <p class={css.lead}>{t('ui.workspace.policy.lead')}</p>
        </div>
      </header>
      <Show
        when={props.policy}
        fallback={
          <p class={css.lead} role="status">
            {t('ui.workspace.reading')}
          </p>
        }
      >
        {(policy) => (
          <Show
            when={!isEmpty(policy())}
            fallback={
              <EmptyState
                kind="noPolicy"
                icon={Landmark}
                title={t('ui.workspace.policy.noneTitle')}
                sentence={t('ui.workspace.policy.none')}
                next={{ words: t('ui.workspace.policy.noneNext') }}
              />
            }
          >
            <Rules policy={policy()} />
          </Show>
        )}
      </Show>
    </>
  );
}

function Rules(props: { policy: Policy }): JSX.Element {
  const t = useTranslate();
  return (
    <dl class={css.rules}>
      <Rule name={t('ui.workspace.policy.k')}>
        {props.policy.minimumK === undefined
          ? t('ui.workspace.policy.kDefault')
          : t('ui.workspace.policy.kSet', [props.policy.minimumK])}
      </Rule>
      <Rule name={t('ui.workspace.policy.origins')}>
        <Show when={props.policy.allowedOrigins} fallback={t('ui.workspace.policy.originsAny')}>
          {(origins) => (
            <ul>
              <For each={origins()} fallback={<li>{t('ui.workspace.policy.originsNone')}</li>}>
                {(origin) => <li>{shortUrl(origin)}</li>}
              </For>
            </ul>
          )}
        </Show>
      </Rule>
      <Rule name={t('ui.workspace.policy.features')}>
        <ul>
          <For
            each={props.policy.featuresOff ?? []}
            fallback={<li>{t('ui.workspace.policy.featuresNone')}</li>}
          >
            {(feature) => <li>{t(`ui.workspace.policy.feature.${FEATURE_KEYS[feature]}`)}</li>}
          </For>
        </ul>
      </Rule>
      <Rule name={t('ui.workspace.policy.sources')}>
        <ul>
          <For
            each={props.policy.sources ?? []}
            fallback={<li>{t('ui.workspace.policy.sourcesNone')}</li>}
          >
            {(source) => <li>{source.name}</li>}
          </For>
        </ul>
      </Rule>
    </dl>
  );
}

const FEATURE_KEYS = {
  heat: 'heat',
  audit: 'audit',
  proof: 'proof',
  walk: 'walk',
  file: 'file',
  sample: 'sample',
  'own-sources': 'ownSources',
} as const;

function Rule(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
