import { describe, expect, it } from 'vitest';
import { lookOf } from './looks';

describe('how a value looks in a replay', () => {
  it('is masked as the recorder masks, word by word', () => {
    expect(lookOf('posthog', 'masked', 'Ada L.', true)).toEqual({ kind: 'stars', text: '*** **' });
    expect(lookOf('datadog', 'masked', 'Ada', false)).toEqual({ kind: 'stars', text: 'xxx' });
    expect(lookOf('posthog', 'length-only', '1234', true)).toEqual({ kind: 'stars', text: '****' });
  });

  it('is a box where it is left out, and a mark where nobody can tell', () => {
    expect(lookOf('posthog', 'absent', 'Ada', true)).toEqual({ kind: 'box' });
    expect(lookOf('hotjar', 'unknown', 'Ada', true)).toEqual({ kind: 'unknown' });
  });

  it('is framed where it is personal and taken as it is, and else as on the page', () => {
    expect(lookOf('rrweb', 'plain', 'ada@example.com', true)).toEqual({ kind: 'exposed' });
    expect(lookOf('rrweb', 'plain', 'Pricing', false)).toBeNull();
  });
});
