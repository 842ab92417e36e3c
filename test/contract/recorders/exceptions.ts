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
];

export const isException = (mismatch: Mismatch): boolean =>
  EXCEPTIONS.some(({ covers }) => covers(mismatch));
