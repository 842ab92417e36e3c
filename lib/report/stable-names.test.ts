import { describe, expect, test } from 'vitest';
import { stableClasses } from './stable-names';

describe('stableClasses', () => {
  test('are cut to what names an element', () => {
    expect(stableClasses(['row', 'row--unread', 'card-12', 'css-1x9k2z'])).toEqual(['row', 'card']);
  });

  // Looked at again from every digit, each of these would take minutes, and this test would hang.
  test('leave out a class of a million digits without reading it', () => {
    const hostile = Array(50).fill(`${'1'.repeat(1_000_000)}x`);
    expect(stableClasses([...hostile, 'row'])).toEqual(['row']);
  });
});
