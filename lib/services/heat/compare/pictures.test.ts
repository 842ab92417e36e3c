import { describe, expect, it } from 'vitest';
import { COMPARED_STATES } from '../../../../test/gallery/fixtures/heat-compared';
import { english } from '../../../../test/gallery/words';
import { comparedCaption } from './pictures';

function captionOf(name: string) {
  const { state, comparison = null } = COMPARED_STATES[name] ?? {};
  if (state === undefined) throw new Error(`No state ${name}`);
  return comparedCaption(state, comparison, english);
}

describe('what a picture of two maps says of B', () => {
  it('a difference has the colours of less and more, and says that it is one', () => {
    const caption = captionOf('comparedBands');
    expect(caption?.lines[0]).toMatch(/^Compared with B: /);
    expect(caption?.legend?.from).toMatch(/^−11\.4 Less in B$/);
  });

  it.each(['comparedSwipe', 'comparedBandsSwipe', 'comparedAttentionSwipe'])(
    '%s says which side is whose, and what must be known beside it; the scale is that of both',
    (name) => {
      const caption = captionOf(name);
      const notes = COMPARED_STATES[name]?.comparison?.notes ?? [];
      expect(caption?.lines[0]).toMatch(
        /^Left of the line is A, right of it B: .*, 2026-10-25 to 2026-10-31, PostHog EU\.$/,
      );
      expect(caption?.lines).toHaveLength(1 + notes.length);
      const isBands = name !== 'comparedSwipe';
      expect(caption?.legend?.to).toBe(isBands ? undefined : 'A: 2100, B: 1900');
    },
  );

  it('one map alone has nothing of the other', () => {
    expect(captionOf('comparedBandsSide')).toBeNull();
  });

  it('neither has one where B was refused', () => {
    expect(captionOf('comparedRefused')).toBeNull();
  });
});
