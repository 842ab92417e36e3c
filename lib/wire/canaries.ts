import { createHmac, sha256Hex } from '../core/sha256';
import { createDice, type Dice } from './canary/dice';
import { shapeOf } from './canary/shapes';
import type { Canary, CanaryField, CanaryPlan, Unprovable } from './contract';

/**
 * A canary for every field that can hold one, and as many shams. The same seed and the same fields
 * give the same canaries, in whatever order the fields come.
 */
export function planCanaries(seed: string, fields: readonly CanaryField[]): CanaryPlan {
  const sign = createHmac(sha256Hex(seed));
  const taken = new Set<string>();
  const canaries: Canary[] = [];
  const shams: Canary[] = [];
  const unprovable: Unprovable[] = [];
  // In the order of their keys: whose second choice it is, where two collide, depends on no order.
  for (const field of [...fields].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const canary = make(field, sign, taken, false);
    const sham = canary && make(field, sign, taken, true);
    if (canary && sham) {
      canaries.push(canary);
      shams.push(sham);
    } else unprovable.push({ field: field.key, pii: field.pii });
  }
  return { canaries, shams, unprovable };
}

const MOST_TRIES = 64;

function make(
  field: CanaryField,
  sign: (text: string) => string,
  taken: Set<string>,
  isSham: boolean,
): Canary | null {
  const shape = shapeOf(field);
  if (!shape) return null;
  const kind = isSham ? 'sham' : 'canary';
  for (let turn = 0; turn < MOST_TRIES; turn++) {
    const dice: Dice = createDice(sign, `${kind}\n${turn}\n${field.key}`);
    const { value, needles } = shape(dice);
    // Beginnings count as well, so no two canaries may share one.
    const marks = needles.map(({ text, leastPrefix }) => text.slice(0, leastPrefix ?? text.length));
    if (marks.some((mark) => taken.has(mark.toLowerCase()))) continue;
    for (const mark of marks) taken.add(mark.toLowerCase());
    return { field: field.key, pii: field.pii, value, needles, isSham };
  }
  return null;
}
