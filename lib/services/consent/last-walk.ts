import * as v from 'valibot';
import { keyedStore } from '../../platform/session';
import { FindingSchema } from '../../protocol/findings';
import { type Walk, WalkSchema } from '../../protocol/walk/walk';
import type { Judged } from './walk-report';

const walks = keyedStore(
  'last-walk',
  v.object({ walk: WalkSchema, findings: v.array(FindingSchema) }),
);

/** The last walk of a page in this browser session, to compare the next one with. Holds no value. */
export const lastWalk = {
  read: (url: string): Promise<Judged | null> => walks.read(url).catch(() => null),
  /** A storage that is full costs the comparison, and the walk nothing. */
  async write(walk: Walk, findings: Judged['findings']): Promise<void> {
    await walks.write(walk.url, { walk, findings: [...findings] }).catch(() => undefined);
  },
};
