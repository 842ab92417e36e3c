import { HushmapError } from '../../core/errors';
import { HOLDS, isSameRule } from '../../hold/block-rules';
import { planQuiet } from '../../hold/plan-quiet';
import type { QuietState } from '../../protocol/hold';
import { factsOf } from '../audit/recorders-of';
import { isForbidden, originOf } from '../audit/standing';
import type { QuietPorts } from './ports';

/**
 * Keeps one tab's visit out of the site's analytics, until the tab closes or the browser ends: to
 * look at a page should not change what is counted on it.
 */
export function createQuietService(ports: QuietPorts) {
  async function read(tabId: number): Promise<QuietState> {
    const planned = await plan(tabId);
    if (!planned) return UNAVAILABLE;
    const { patterns, receivers, rules } = planned;
    const there = await ofTab(tabId);
    const refused = there.length > 0 ? await ports.notGranted(patterns) : [];
    const isWhole = rules.every((rule) => there.some((other) => isSameRule(rule, other)));
    const status = there.length === 0 ? 'off' : isWhole && refused.length === 0 ? 'on' : 'broken';
    return { status, patterns: [...patterns], receivers: [...receivers] };
  }

  async function plan(tabId: number) {
    const url = await ports.page.url(tabId);
    if (!ports.isAuditable(url) || (await isForbidden(url, ports, 'heat'))) return null;
    const facts = factsOf(await ports.page.readFacts(tabId));
    return planQuiet(url, tabId, facts, await ports.sources());
  }

  async function refusal(tabId: number): Promise<HushmapError> {
    const url = await ports.page.url(tabId);
    return ports.isAuditable(url) && (await isForbidden(url, ports, 'heat'))
      ? new HushmapError('policy.forbids', [originOf(url)])
      : new HushmapError('page.noGrant');
  }

  const ofTab = async (tabId: number) =>
    (await ports.rules.list()).filter(
      ({ condition, priority }) => priority === HOLDS && condition.tabIds?.includes(tabId),
    );

  /** Asks nobody: the browser was asked for the addresses by the page that sends this. */
  async function set(tabId: number, on: boolean): Promise<QuietState> {
    const before = (await ofTab(tabId)).map(({ id }) => id);
    if (!on) {
      await ports.rules.replace(before, []);
      return read(tabId);
    }
    const planned = await plan(tabId);
    if (!planned) throw await refusal(tabId);
    const refused = await ports.notGranted(planned.patterns);
    if (refused.length > 0) throw new HushmapError('quiet.notAllowed', [refused.length]);
    await ports.rules.replace(before, planned.rules);
    return read(tabId);
  }

  /** A tab's number may be given to another tab, whose visit is its own. */
  async function forget(tabId: number): Promise<void> {
    const left = (await ofTab(tabId)).map(({ id }) => id);
    if (left.length > 0) await ports.rules.replace(left, []);
  }

  return { read, set, forget };
}

export type QuietService = ReturnType<typeof createQuietService>;

const UNAVAILABLE: QuietState = { status: 'unavailable', patterns: [], receivers: [] };
