import type { AuditResult } from '../protocol/findings';
import { setupIdIn } from '../recorders/setups';
import type { MaskingArtifacts } from './contract';

/** Controls without anything personal on all frames, and how many of them each setup hides. */
export function fidelityOf({
  frames,
}: MaskingArtifacts): NonNullable<AuditResult['coverage']['fidelity']> {
  const sums = new Map<string, { controls: number; hidden: number }>();
  for (const each of frames.flatMap(({ fidelity = [] }) => fidelity)) {
    const { controls, hidden } = each;
    const sum = sums.get(setupIdIn(each)) ?? { controls: 0, hidden: 0 };
    sums.set(setupIdIn(each), { controls: sum.controls + controls, hidden: sum.hidden + hidden });
  }
  return Object.fromEntries(sums);
}
