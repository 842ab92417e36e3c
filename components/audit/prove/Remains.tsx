import { For, type JSX } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { Leftover, Proof } from '../../../lib/protocol/proof';
import { recorderName } from '../../../lib/recorders/names';
import { formatClock } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './proof.module.css';

/** What the proof has left behind, in this browser and elsewhere, and how to delete it. */
export function Remains(props: { readonly proof: Proof }): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.detail} data-testid="proof-remains">
      <h3>{t('ui.audit.prove.report.remains.title')}</h3>
      <ul>
        <For each={remainsOf(props.proof, t)}>{(said) => <li>{said}</li>}</For>
      </ul>
    </section>
  );
}

function remainsOf({ report, leftovers, plantedAt, ended }: Proof, t: Translate): string[] {
  const span = [formatClock(plantedAt), formatClock(ended)] as const;
  const recorders = report.recordings.map(({ recorder }) =>
    t('ui.audit.prove.report.remains.recorder', [recorderName(recorder), ...span]),
  );
  const others = new Set(
    report.hits
      .filter(({ recorder, receiver }) => recorder === null && receiver !== '')
      .map(({ receiver }) => receiver),
  );
  return [
    ...recorders,
    ...[...others].map((host) => t('ui.audit.prove.report.remains.receiver', [host, ...span])),
    ...leftovers.map((left) => leftoverSaid(left, t)),
    ...(leftovers.length === 0 ? [t('ui.audit.prove.report.remains.nothing')] : []),
    t('ui.audit.prove.report.remains.drafts'),
  ];
}

function leftoverSaid({ area, name }: Leftover, t: Translate): string {
  if (area === 'field') return t('ui.audit.prove.report.remains.field', [name]);
  if (area === 'cookie') return t('ui.audit.prove.report.remains.cookie', [name]);
  return t('ui.audit.prove.report.remains.storage', [area, name]);
}
