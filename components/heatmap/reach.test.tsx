import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../lib/core/translator';
import type { Bands } from '../../lib/protocol/heat-kinds';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import { sayReach } from '../../lib/report/say-reach';
import { cohortsOf, countSet } from './read-filters';

const t = createTranslator();

const bands = (part: Partial<Bands>): Bands => ({
  measure: 'reached',
  depth: 'px',
  people: 100,
  fold: 400,
  bands: [100, 90, 40].map((people, i) => ({
    top: i * 500,
    bottom: (i + 1) * 500,
    value: people,
    people,
  })),
  ...part,
});

describe('how far people got, in words', () => {
  it('says where half had stopped and who never left the first view', () => {
    const said = sayReach(bands({}), t);
    expect(said).toContain('Half of the people got as far as 1,000 px');
    expect(said).toContain('10 % stayed within the first view');
  });

  it('gives shares of the page where the source knows no pixels', () => {
    const shares = bands({
      depth: 'share',
      fold: null,
      bands: [
        { top: 0, bottom: 0.4, value: 100, people: 100 },
        { top: 0.4, bottom: 1, value: 20, people: 20 },
      ],
    });
    expect(sayReach(shares, t)).toBe('Half of the people got as far as 40 %.');
  });

  it('says of attention which part was in view the longest', () => {
    expect(sayReach(bands({ measure: 'seconds' }), t)).toContain('from 0 px to 500 px');
  });
});

describe('filters as people type them', () => {
  it('reads ids with commas and spaces, and nothing else', () => {
    expect(cohortsOf('3, 12 7')).toEqual([3, 12, 7]);
    expect(cohortsOf('')).toEqual([]);
    expect(cohortsOf('3, all')).toBeNull();
    expect(cohortsOf('1,2,3,4,5,6,7,8,9,10,11')).toBeNull();
  });

  it('counts those that are set', () => {
    expect(countSet(NO_FILTERS)).toBe(0);
    expect(countSet({ ...NO_FILTERS, cohorts: [1], device: 'mobile' })).toBe(2);
  });
});
