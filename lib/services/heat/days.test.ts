import { expect, test } from 'vitest';
import { lastDays } from './days';

test('windows end with the last whole day, from the first to the last moment of today', () => {
  for (const time of ['00:00:00.000', '11:30:00.000', '23:59:59.999']) {
    const now = Date.parse(`2026-12-01T${time}Z`);
    expect(lastDays(1, now)).toEqual({ from: '2026-11-30', to: '2026-11-30' });
    expect(lastDays(7, now)).toEqual({ from: '2026-11-24', to: '2026-11-30' });
  }
});

test('the days before are as many, and end where those begin', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');
  expect(lastDays(7, now, 7)).toEqual({ from: '2026-11-17', to: '2026-11-23' });
});
