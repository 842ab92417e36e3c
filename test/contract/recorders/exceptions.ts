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
];

export const isException = (mismatch: Mismatch): boolean =>
  EXCEPTIONS.some(({ covers }) => covers(mismatch));
