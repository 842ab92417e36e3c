import type { JSX } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { Proof, ProofField } from '../../../lib/protocol/proof';
import type { RecorderId } from '../../../lib/protocol/recorders';
import { recorderName } from '../../../lib/recorders/names';
import { formatBytes, formatCount } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import { type Limit, LimitList } from '../LimitList';
import css from './proof.module.css';

/** What the proof rests on, and what it says nothing of. */
export function Limits(props: { readonly proof: Proof }): JSX.Element {
  const t = useTranslate();
  return (
    <section
      class={css.limits}
      tabindex="0"
      aria-label={t('ui.audit.prove.report.limits.title')}
      data-testid="proof-limits"
    >
      <LimitList limits={limitsOf(props.proof, t)} />
    </section>
  );
}

function limitsOf({ report, fields, devtools, frames }: Proof, t: Translate): Limit[] {
  const unknown = (said: string) => ({ said, unknown: true });
  const named = (state: ProofField['state']) => fields.filter((field) => field.state === state);
  const list = (key: 'refused' | 'unprovable') => {
    const found = named(key);
    const names = found.slice(0, MOST_NAMED).map(({ selector }) => selector);
    const more = found.length > MOST_NAMED ? ', …' : '';
    const said = t(`ui.audit.prove.report.limits.${key}`, [found.length, names.join(', ') + more]);
    return found.length > 0 ? [unknown(said)] : [];
  };
  const sum = (when: 'before' | 'after') =>
    report.requests.reduce((total, each) => total + each[when], 0);
  return [
    ...(report.void === 'sham' ? [unknown(t('ui.audit.prove.report.limits.voidSham'))] : []),
    ...(report.void === 'absence' ? [unknown(t('ui.audit.prove.report.limits.voidAbsence'))] : []),
    ...report.opaque
      .slice(0, MOST_NAMED)
      .map(({ bytes, recorder, receiver, kind }) =>
        unknown(
          t('ui.audit.prove.report.limits.opaque', [
            formatBytes(bytes),
            nameOf(recorder, receiver, t),
            kind,
          ]),
        ),
      ),
    ...(report.opaque.length > MOST_NAMED
      ? [unknown(t('ui.audit.prove.report.limits.opaqueMore', [report.opaque.length - MOST_NAMED]))]
      : []),
    ...list('refused'),
    ...list('unprovable'),
    ...(devtools ? [] : [unknown(t('ui.audit.prove.report.limits.noDevtools'))]),
    ...(frames.unwatched > 0
      ? [unknown(t('ui.audit.prove.report.limits.unwatched', [frames.unwatched]))]
      : []),
    ...(report.more > 0 ? [unknown(t('ui.audit.prove.report.limits.more', [report.more]))] : []),
    ...(report.void === null
      ? [
          {
            said: t('ui.audit.prove.report.limits.basis', [
              formatCount(sum('before')),
              formatCount(sum('after')),
              formatBytes(report.bytes),
              formatCount(report.shams),
            ]),
            unknown: false,
          },
        ]
      : []),
    { said: t('ui.audit.prove.report.limits.blind'), unknown: false },
  ];
}

const MOST_NAMED = 6;

/** Nobody knows whose it was that got lost inside the page. */
const nameOf = (recorder: RecorderId | null, receiver: string, t: Translate): string => {
  if (recorder !== null) return recorderName(recorder);
  return receiver || t('ui.audit.prove.report.limits.somebody');
};
