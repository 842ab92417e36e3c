import { For, type JSX } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { BannerReading } from '../../lib/protocol/walk/banner';
import { formatOffset, formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './banner.module.css';

/** What else was measured: who made it, when it came, how it treats the keyboard and the page. */
export function BannerFacts(props: { readonly reading: BannerReading }): JSX.Element {
  const t = useTranslate();
  return (
    <dl class={css.facts}>
      <For each={factsOf(props.reading, t)}>
        {([name, said]) => (
          <div>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function factsOf(reading: BannerReading, t: Translate): (readonly [string, string])[] {
  const { keyboard, wall, lang, policyLink } = reading;
  return [
    [t('ui.audit.walk.banner.fact.cmp'), reading.cmp],
    [t('ui.audit.walk.banner.fact.after'), formatOffset(reading.after)],
    [
      t('ui.audit.walk.banner.fact.lang'),
      t('ui.audit.walk.banner.fact.langSaid', [lang.written || '?', lang.page || '?']),
    ],
    [
      t('ui.audit.walk.banner.fact.recording'),
      t(
        reading.namesRecording
          ? 'ui.audit.walk.banner.fact.named'
          : reading.allPurposesRead
            ? 'ui.audit.walk.banner.fact.notNamed'
            : 'ui.audit.walk.banner.fact.notRead',
      ),
    ],
    [
      t('ui.audit.walk.banner.fact.covers'),
      t('ui.audit.walk.banner.fact.coversSaid', [formatShare(wall.covered)]),
    ],
    [
      t('ui.audit.walk.banner.fact.keyboard'),
      keyboard === null ? t('ui.audit.walk.banner.fact.notTried') : keysSaid(keyboard, t),
    ],
    [
      t('ui.audit.walk.banner.fact.policy'),
      policyLink === null
        ? t('ui.audit.walk.banner.fact.noPolicy')
        : `${policyLink.label} (${policyLink.status ?? '?'})`,
    ],
  ];
}

function keysSaid(keyboard: NonNullable<BannerReading['keyboard']>, t: Translate): string {
  const { tabsToAccept, tabsToReject, trapped } = keyboard;
  return [
    t('ui.audit.walk.banner.fact.tabs', [tabsToAccept ?? '–', tabsToReject ?? '–']),
    ...(trapped ? [t('ui.audit.walk.banner.fact.trapped')] : []),
    ...(keyboard.escape === 'accept' ? [t('ui.audit.walk.banner.fact.escAccepts')] : []),
  ].join(' ');
}
