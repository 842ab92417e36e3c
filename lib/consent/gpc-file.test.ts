import { describe, expect, it } from 'vitest';
import { parseGpcFile } from './gpc-file';

describe('parseGpcFile', () => {
  it.each([
    ['{"gpc":true,"lastUpdate":"2026-02-28"}', { gpc: true, lastUpdate: '2026-02-28' }],
    ['\uFEFF{"gpc":false}', { gpc: false, lastUpdate: null }],
    ['{"gpc":true,"lastUpdate":"2026-02-28T10:00:00Z"}', { gpc: true, lastUpdate: '2026-02-28' }],
    ['{"gpc":true,"lastUpdate":"2026-13-45"}', { gpc: true, lastUpdate: null }],
    ['{"gpc":true,"lastUpdate":7,"more":1}', { gpc: true, lastUpdate: null }],
  ])('reads %s', (text, file) => expect(parseGpcFile(text)).toEqual(file));

  it.each(['', 'null', '[]', '{}', '{"gpc":"true"}', '{"gpc":1}', '<!doctype html>'])(
    'takes %s for none',
    (text) => expect(parseGpcFile(text)).toBeNull(),
  );

  it('does not read what is too long to be one', () => {
    expect(parseGpcFile(`{"gpc":true,"x":"${'x'.repeat(10_000)}"}`)).toBeNull();
  });
});
