import type { Reading } from './reading';
import type { Concept } from './vocabulary';

/**
 * Whether a field only looks personal: a search box, a coupon, a captcha, a quantity, a toggle.
 * A veto holds where its words are at least as strong as those of any class.
 */
export function isVetoed({ facts, evidence }: Reading): boolean {
  const score = (concept: Concept): number => evidence.get(concept)?.score ?? 0;
  if (facts.type === 'password') return false;
  if (score('not.captcha') >= 0.5) return score('otp') < 1.2;
  const veto = Math.max(...VETOES.map(score));
  if (veto === 0) return false;
  let best = 0;
  for (const [concept, { score: value }] of evidence) {
    if (PERSONAL.test(concept) && value > best) best = value;
  }
  return veto >= best;
}

const PERSONAL = /^(?!not\.|part\.|about\.)/;
const VETOES: readonly Concept[] = [
  'not.coupon',
  'not.quantity',
  'not.money',
  'not.date',
  'not.file',
  'not.number',
  'not.thing',
];
