import { createMemo, createSignal, type JSX } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupIdOf, setupName } from '../../lib/recorders/setups';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import type { AuditPanelProps } from './props';

interface Pair {
  readonly left: RecorderState | null;
  readonly right: RecorderState | null;
}

interface EyeSelectProps extends Pick<AuditPanelProps, 'onEye'> {
  readonly result: AuditResult;
}

/** The page as a recorder would store it: beside the page itself, or beside another recorder or option set. */
export function EyeSelect(props: EyeSelectProps): JSX.Element {
  const t = useTranslate();
  const [chosen, setChosen] = createSignal('off');
  const pairs = createMemo(() => pairsOf(props.result.recorders));
  const label = ({ left, right }: Pair): string => {
    if (!right) return t('ui.audit.eye.off');
    const name = setupName(right);
    return left ? t('ui.audit.eye.two', [setupName(left), name]) : t('ui.audit.eye.one', [name]);
  };
  return (
    <Select
      label={t('ui.audit.eye.label')}
      labelHidden
      options={[...pairs()].map(([value, pair]) => ({ value, label: label(pair) }))}
      value={pairs().has(chosen()) ? chosen() : 'off'}
      onChange={(value) => {
        const { left = null, right = null } = pairs().get(value) ?? {};
        setChosen(value);
        props.onEye(left, right);
      }}
      testId="eye"
    />
  );
}

/** Nothing, each recorder beside the page, and each two of them. */
function pairsOf(recorders: readonly RecorderState[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>([['off', { left: null, right: null }]]);
  for (const right of recorders) pairs.set(setupIdOf(right), { left: null, right });
  recorders.forEach((left, index) => {
    for (const right of recorders.slice(index + 1)) {
      pairs.set(`${setupIdOf(left)} ${setupIdOf(right)}`, { left, right });
    }
  });
  return pairs;
}
