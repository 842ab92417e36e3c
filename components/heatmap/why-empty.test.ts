import { describe, expect, it } from 'vitest';
import { message } from '../../lib/core/message';
import { DEFAULT_HEAT_SETTINGS, type HeatState } from '../../lib/protocol/heat';
import { NO_ZONES } from '../../lib/protocol/zones';
import { emptyKind } from './why-empty';

const state = (part: Partial<HeatState>): HeatState => ({
  on: true,
  status: 'empty',
  page: 'https://acme.test/',
  settings: DEFAULT_HEAT_SETTINGS,
  summary: null,
  elements: [],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  zones: NO_ZONES,
  lastShown: null,
  reason: null,
  notes: [],
  sources: [],
  ...part,
});

describe('emptyKind', () => {
  it('tells each cause from the others', () => {
    const cause = (part: Partial<HeatState>) => emptyKind(state(part));
    expect(emptyKind(null)).toBe('loading');
    expect(cause({ status: 'loading' })).toBe('loading');
    expect(cause({ status: 'off', on: false })).toBe('off');
    expect(cause({ reason: message('error.source.notConfigured') })).toBe('noSource');
    expect(cause({ reason: message('heat.reason.noSourceForPage') })).toBe('noSource');
    expect(cause({ reason: message('error.policy.forbids', 'heat') })).toBe('locked');
    expect(cause({ reason: message('heat.reason.noClicks', 'a', 'b') })).toBe('noData');
    expect(cause({ reason: message('heat.reason.leftOutAtSource', 11, 'a', 'b') })).toBe('leftOut');
    expect(cause({ reason: message('heat.reason.fewAtSource', 11, 'a', 'b') })).toBe('leftOut');
    expect(cause({ reason: message('error.heat.segmentTooSmall', 11) })).toBe('segmentTooSmall');
    expect(cause({ reason: message('error.heat.tooSimilar', 11) })).toBe('tooSimilar');
    expect(cause({ reason: message('error.heat.tooMany', '2027-02-01') })).toBe('tooMany');
    expect(
      cause({ status: 'failed', reason: message('error.source.noPermission', 'acme.test') }),
    ).toBe('noPermission');
    expect(cause({ status: 'failed', reason: message('error.source.slow', 'a', 60) })).toBe(
      'failed',
    );
  });

  it('is null while there is heat', () => {
    expect(emptyKind(state({ status: 'shown' }))).toBeNull();
  });
});
