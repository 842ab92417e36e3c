import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import Forward from 'lucide-solid/icons/forward';
import type { JSX } from 'solid-js';
import type { Icon } from '../../ui/Button';
import { IconOf } from '../../ui/IconOf';
import { useTranslate } from '../../ui/translate';
import css from '../cells.module.css';
import type { ProofRow } from './rows';

/** What a proof has shown of one field at one receiver, as a word with its colour and icon. */
export function Outcome(props: { readonly of: ProofRow['outcome'] }): JSX.Element {
  const t = useTranslate();
  return (
    <span class={css.outcome} data-tone={FACES[props.of].tone}>
      <IconOf of={FACES[props.of].icon} size={12} />
      {t(`ui.audit.prove.report.outcome.${props.of}`)}
    </span>
  );
}

const FACES: Readonly<Record<ProofRow['outcome'], { readonly icon: Icon; readonly tone: string }>> =
  {
    leaks: { icon: CircleX, tone: 'blocks' },
    told: { icon: CircleX, tone: 'blocks' },
    other: { icon: CircleHelp, tone: 'person' },
    missing: { icon: CircleHelp, tone: 'person' },
    unproven: { icon: CircleHelp, tone: 'unknown' },
    own: { icon: Forward, tone: 'unknown' },
    inside: { icon: Forward, tone: 'unknown' },
    agrees: { icon: CircleCheck, tone: 'clear' },
  };
