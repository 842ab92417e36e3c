import type { Mismatch } from './compare';

interface Exception {
  readonly why: string;
  readonly covers: (mismatch: Mismatch) => boolean;
}

/**
 * Where the rules do not name what the recorder does, and why. None of them calls a value covered
 * that is recorded plain.
 */
export const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'The address of a frame is kept where the recorder cannot read the frame and dropped where it can. An absolute address does not tell whether its origin is the page’s own, so the rules answer that they cannot tell.',
    covers: ({ tag, channel, predicted, value }) =>
      tag === 'iframe' && channel === 'src' && predicted === 'unknown' && /^https?:/.test(value),
  },
  {
    why: 'The same address where every attribute is masked: it is masked where it is kept, so it is covered either way, and the rules call it masked.',
    covers: ({ tag, channel, predicted, taken }) =>
      tag === 'iframe' && channel === 'src' && predicted === 'masked' && taken === 'absent',
  },
  {
    why: 'OpenReplay keeps the address of a picture once it has loaded. A rule that sees the markup alone cannot tell whether it will, so that it is called plain, or masked where a placeholder would take its place.',
    covers: ({ tag, channel, predicted, taken, because }) =>
      because.includes('openreplay') &&
      tag === 'img' &&
      channel === 'src' &&
      (predicted === 'plain' || predicted === 'masked') &&
      taken === 'absent',
  },
  {
    why: 'A closed shadow root that was made before Clarity started is not seen, one that was made after is. The page does not tell which.',
    covers: ({ predicted, taken, because }) =>
      because === 'recorder.because.clarity.closedRoot' &&
      predicted === 'unknown' &&
      taken === 'absent',
  },
  {
    why: 'What a selector in unmask matches in a frame stays masked when Clarity starts, and is opened where it comes into a frame that has changed. The rules answer that they cannot tell.',
    covers: ({ predicted, taken, because }) =>
      because === 'recorder.because.clarity.frameUnmask' &&
      predicted === 'unknown' &&
      taken === 'masked',
  },
  {
    why: 'Sentry masks the text of an option and records the same text as its value, where maskAllInputs is off and the option has no value of its own. The text leaks, so the rules call it plain.',
    covers: ({ tag, predicted, taken, because }) =>
      because.includes('sentry') && tag === 'option' && predicted === 'plain' && taken === 'masked',
  },
  {
    why: 'Amplitude drops the address of a frame from the snapshot where it can read the frame, and sends it beside it. It leaks, so the rules call it plain.',
    covers: ({ tag, channel, predicted, because }) =>
      because === 'recorder.because.frameAddressSent' &&
      tag === 'iframe' &&
      channel === 'src' &&
      predicted === 'plain',
  },
  {
    why: 'Highlight leaves the value of a field with the masking class out of snapshots, and sends what is typed into it. It leaks once somebody types, so the rules call it plain.',
    covers: ({ predicted, taken, because }) =>
      because === 'recorder.because.highlight.typedUnderMask' &&
      predicted === 'plain' &&
      taken === 'absent',
  },
  {
    why: 'A mask outside of a shadow root or a frame covers what is in it when the recorder starts, and not what comes or changes later. The page does not tell which, so the rules answer that they cannot tell.',
    covers: ({ predicted, taken, because }) =>
      because === 'recorder.because.maskedOutside' && predicted === 'unknown' && taken === 'masked',
  },
  {
    why: 'A blocked element keeps out the shadow root that it has when the recorder starts, and not one that it gets later. The rules answer that they cannot tell.',
    covers: ({ predicted, taken, because }) =>
      because === 'recorder.because.blockedHost' && predicted === 'unknown' && taken === 'absent',
  },
  {
    why: 'A click tells New Relic the id and the class of a blocked element, which its recording leaves out. They leak, so the rules call them plain.',
    covers: ({ predicted, because }) =>
      because === 'recorder.because.newrelic.traced' && predicted === 'plain',
  },
  {
    why: 'New Relic asks a form for its classes by a property that a field named classList hides, fails, and masks. The rules read the attribute and call the text plain.',
    covers: ({ where, predicted, taken }) =>
      where === 'form.nr-unmask' && predicted === 'plain' && taken === 'masked',
  },
];

export const isException = (mismatch: Mismatch): boolean =>
  EXCEPTIONS.some(({ covers }) => covers(mismatch));
