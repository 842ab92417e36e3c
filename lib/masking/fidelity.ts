import type { AuditResult } from '../protocol/findings';
import type { MaskingArtifacts } from './contract';

/** Controls without anything personal on all frames, and how many of them each recorder hides. */
export function fidelityOf({
  frames,
}: MaskingArtifacts): NonNullable<AuditResult['coverage']['fidelity']> {
  const sums = new Map<string, { controls: number; hidden: number }>();
  for (const { recorder, controls, hidden } of frames.flatMap(({ fidelity = [] }) => fidelity)) {
    const sum = sums.get(recorder) ?? { controls: 0, hidden: 0 };
    sums.set(recorder, { controls: sum.controls + controls, hidden: sum.hidden + hidden });
  }
  return Object.fromEntries(sums);
}
