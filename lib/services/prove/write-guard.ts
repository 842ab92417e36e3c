import { guardWrites, isGuard } from '../../hold/guard-writes';
import type { RecorderId } from '../../protocol/recorders';
import { factsOf } from '../audit/recorders-of';
import type { ProvePorts } from './ports';

/** Keeps the page of a tab from writing to its own site, for the time of a proof. */
export function createWriteGuard({ rules, page }: Pick<ProvePorts, 'rules' | 'page'>) {
  /** What would be blocked and what stays open, as the page is now. */
  const plan = async (tabId: number, url: string, recorders: readonly RecorderId[]) =>
    guardWrites(url, tabId, recorders, factsOf(await page.readFacts(tabId)));

  const idsOf = async (tabId: number): Promise<number[]> =>
    (await rules.list())
      .filter((rule) => isGuard(rule) && rule.condition.tabIds?.includes(tabId))
      .map(({ id }) => id);

  return {
    plan,
    async put(tabId: number, url: string, recorders: readonly RecorderId[]): Promise<void> {
      const planned = await plan(tabId, url, recorders);
      await rules.replace(await idsOf(tabId), planned.rules);
    },
    async take(tabId: number): Promise<void> {
      const left = await idsOf(tabId);
      if (left.length > 0) await rules.replace(left, []);
    },
  };
}
