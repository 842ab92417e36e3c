import { describe, expect, it } from 'vitest';
import { recognise } from '../pii';
import { luhn } from '../pii/text/checksums';
import { PII_CLASSES } from '../protocol/pii-classes';
import { planCanaries } from './canaries';
import type { CanaryField } from './contract';

const fields: CanaryField[] = PII_CLASSES.map((pii) => ({ key: `#${pii}`, pii }));
const plan = planCanaries('a seed', fields);
const planted = (key: string): string => {
  const canary = plan.canaries.find(({ field }) => field === key);
  if (!canary) throw new Error(`no canary for ${key}`);
  return canary.value;
};

describe('canaries', () => {
  it('are the same for the same seed, whatever the order of the fields', () => {
    const again = planCanaries('a seed', [...fields].reverse());
    expect(again).toEqual(plan);
    const other = planCanaries('another seed', fields);
    const values = new Set(plan.canaries.map(({ value }) => value));
    expect(other.canaries.filter(({ value }) => values.has(value))).toEqual([]);
  });

  it('can belong to nobody', () => {
    expect(planted('#email')).toMatch(/^[a-z2-7]{16}@canary\.example$/);
    expect(planted('#phone')).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
    expect(planted('#card.number')).toMatch(/^424242\d{10}$/);
    expect(luhn(planted('#card.number'))).toBe(true);
    expect(planted('#iban')).toMatch(/^DE\d\d00\d{16}$/);
  });

  it.each(['email', 'phone', 'card.number', 'iban'])('is what a form asks for: %s', (pii) => {
    const value = planted(`#${pii}`);
    expect(recognise(value)).toMatchObject([{ start: 0, end: value.length, pii }]);
  });

  it('differ from each other and from the shams, even in their beginnings', () => {
    const many = planCanaries(
      's',
      Array.from({ length: 300 }, (_, index) => ({
        key: `#f${index}`,
        pii: index % 3 === 0 ? ('phone' as const) : ('email' as const),
      })),
    );
    const marks = [...many.canaries, ...many.shams].flatMap(({ needles }) =>
      needles.map(({ text, leastPrefix }) => text.slice(0, leastPrefix ?? text.length)),
    );
    expect(marks).toHaveLength(600);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('have a sham each, which no field gets', () => {
    expect(plan.shams).toHaveLength(plan.canaries.length);
    expect(plan.shams.every(({ isSham }) => isSham)).toBe(true);
    const values = new Set(plan.canaries.map(({ value }) => value));
    expect(plan.shams.filter(({ value }) => values.has(value))).toEqual([]);
  });

  it('are not made where a few digits could be anybody’s', () => {
    const unprovable = plan.unprovable.map(({ field }) => field);
    expect(unprovable).toEqual(expect.arrayContaining(['#otp', '#card.cvv', '#dob', '#gender']));
    const short = planCanaries('s', [
      { key: '#zip', pii: null, maxLength: 5 },
      { key: '#tel', pii: 'phone', maxLength: 7 },
      { key: '#day', pii: null, type: 'date' },
    ]);
    expect(short.canaries).toEqual([]);
    expect(short.unprovable.map(({ field }) => field)).toEqual(['#day', '#tel', '#zip']);
  });

  it('fit into the field', () => {
    const lengths = [8, 9, 11, 16, 25, 31, 40, 64];
    for (const maxLength of lengths) {
      const { canaries } = planCanaries(
        's',
        PII_CLASSES.map((pii) => ({ key: pii, pii, maxLength })),
      );
      for (const { value, field } of canaries) {
        expect(value.length, `${field} in ${maxLength}`).toBeLessThanOrEqual(maxLength);
      }
    }
    const number = planCanaries('s', [{ key: '#n', pii: null, type: 'number' }]);
    expect(number.canaries[0]?.value).toMatch(/^\d{17}$/);
  });
});
