import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';

export type AutopsyAnswer = 'found' | 'partial' | 'nothing' | 'unread';

/** The state in one word. What was not read is never told as clean. */
export function answerOf({ timeline, files, opaque }: AutopsyReport): AutopsyAnswer {
  if (timeline.length > 0) return 'found';
  const unreadable = files.filter(({ kind }) => kind === 'unreadable').length;
  if (unreadable === files.length) return 'unread';
  const isPartial = Object.keys(opaque).length > 0 || files.some(({ skipped }) => skipped > 0);
  return unreadable > 0 || isPartial ? 'partial' : 'nothing';
}
