import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../lib/consent/testing/judge';
import { banner, control, scenario, step, walkOf } from '../../lib/consent/testing/walk';
import { BANNER, BANNER_WITHOUT_REJECT } from '../../test/gallery/fixtures/walk/banner';
import { WALK } from '../../test/gallery/fixtures/walk/walk';
import { acceptAgainstReject, bannersOf, pressesFor } from './measures';

describe('the measures of a banner', () => {
  it('meets each layer once', () => {
    expect(bannersOf(WALK).map(({ reading }) => reading.layer)).toEqual([1, 2]);
  });

  it('lays reject beside accept', () => {
    const measures = acceptAgainstReject(BANNER, WALK);
    expect(measures.map(({ measure }) => measure)).toEqual(['area', 'font', 'fill', 'presses']);
    expect(measures[0]?.ratio).toBeCloseTo((168 * 18) / (196 * 44));
    expect(measures[3]).toEqual({ measure: 'presses', accept: 1, reject: 1, ratio: 1 });
  });

  it('measures what the finding is about: the largest of each kind that is seen', () => {
    const box = (width: number) => ({ x: 0, y: 0, width, height: 40 });
    const controls = [
      control('accept', { box: box(100) }),
      control('accept', { box: box(300) }),
      control('reject', { box: box(900), visible: false }),
      control('reject', { box: box(75) }),
    ];
    const hidden = banner({ visible: false, controls: [control('accept'), control('reject')] });
    const walk = walkOf([
      scenario('untouched', [step('before', [], { banner: hidden })]),
      scenario('reject', [step('before', [], { banner: banner({ controls }) })]),
    ]);
    const [met] = bannersOf(walk);
    expect(met?.scenario.id).toBe('reject');
    const [area] = met ? acceptAgainstReject(met.reading, walk) : [];
    expect(area).toMatchObject({ measure: 'area', ratio: 0.25 });
    expect(JSON.stringify(findingsOf('equal-prominence', walk))).toContain('"75 × 40","300 × 40"');
  });

  it('compares nothing where one of both is missing', () => {
    expect(acceptAgainstReject(BANNER_WITHOUT_REJECT, WALK)).toEqual([]);
    expect(pressesFor(WALK, 'close')).toBeNull();
  });
});
