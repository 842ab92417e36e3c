import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import { isSameRule } from '../../hold/block-rules';
import { type PlannedHold, planHold } from '../../hold/plan-hold';
import type { PageFacts } from '../../protocol/audit';
import type { Hold, HoldState } from '../../protocol/hold';
import { RECORDER_IDS, type RecorderId } from '../../protocol/recorders';
import { detectRecorders } from '../../recorders/detect';
import { factsOf } from '../audit/recorders-of';
import { standing } from '../audit/standing';
import type { HoldPorts } from './ports';

/**
 * Holds recorders on a site: until a person releases it, this browser blocks what they send. The
 * browser keeps the rules and acts on them without us, over restarts; what is remembered here is only
 * compared with them, so that a hold is never called on where something of it is missing.
 */
export function createHoldService(ports: HoldPorts) {
  /** One change after the other: ids of rules are given by what is there. */
  let changing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = changing.then(work, work);
    changing = done.catch(() => undefined);
    return done;
  };

  async function read(tabId: number): Promise<HoldState> {
    const url = await ports.page.url(tabId);
    if ((await standing(url, ports)) !== 'idle') return UNAVAILABLE;
    const { found, plans } = await plan(tabId, url);
    const hold = await ports.holds.read(new URL(url).hostname);
    const offered = { plan: plans.page.plan, wholePlan: plans.whole.plan };
    if (!hold) return { ...OFF, ...offered };
    const missing = await missingOf(hold);
    return {
      ...offered,
      status: missing.length === 0 ? 'on' : 'broken',
      since: hold.since,
      held: hold.recorders,
      missing,
      unheld: found.filter((id) => !isHeld(id, hold, plans.page)),
    };
  }

  async function plan(tabId: number, url: string) {
    const facts = factsOf(await ports.page.readFacts(tabId));
    const detected = detectRecorders(facts).map(({ id }) => id);
    const found = [...new Set([...detected, ...(await ports.audited(tabId))])];
    return { found, plans: plansOf(url, found, facts) };
  }

  /** Asks nobody: the browser was asked for the plan's addresses by the page that sends this. */
  async function turnOn(tabId: number, whole: boolean): Promise<HoldState> {
    const url = await ports.page.url(tabId);
    if ((await standing(url, ports)) !== 'idle') throw new HushmapError('page.noGrant');
    const { plans } = await plan(tabId, url);
    const { plan: chosen, rules } = whole ? plans.whole : plans.page;
    const refused = await ports.notGranted(chosen.patterns);
    if (refused.length > 0) throw new HushmapError('hold.notAllowed', [refused.length]);
    await inTurn(async () => {
      const before = await ports.holds.read(chosen.site);
      const all = [...rules.values()].flat();
      // Remembered first: what ends in between is a broken hold, and no rule that nobody knows of.
      await ports.holds.write(chosen.site, {
        site: chosen.site,
        since: ports.clock.now(),
        recorders: chosen.recorders.map(({ id }) => id),
        patterns: [...chosen.patterns],
        rules: all,
      });
      try {
        await ports.rules.replace(await idsOf(chosen.site), all);
      } catch (cause) {
        if (before) await ports.holds.write(chosen.site, before);
        else await ports.holds.remove(chosen.site);
        throw cause;
      }
    });
    return read(tabId);
  }

  async function turnOff(tabId: number): Promise<HoldState> {
    const url = await ports.page.url(tabId);
    const site = new URL(url).hostname;
    await inTurn(async () => {
      await ports.rules.replace(await idsOf(site), []);
      await ports.holds.remove(site);
    });
    return read(tabId);
  }

  /** Rules of this site, also those that an earlier hold left behind. */
  async function idsOf(site: string): Promise<number[]> {
    return (await ports.rules.list())
      .filter(({ condition }) => condition.initiatorDomains?.includes(site))
      .map(({ id }) => id);
  }

  /** What of a hold the browser no longer has or allows. */
  async function missingOf(hold: Hold): Promise<Message[]> {
    const refused = await ports.notGranted(hold.patterns);
    const there = await ports.rules.list();
    const gone = hold.rules.filter((rule) => !there.some((other) => isSameRule(rule, other)));
    return [
      ...(refused.length > 0 ? [message('hold.missing.permissions', refused.length)] : []),
      ...(gone.length > 0 ? [message('hold.missing.rules', gone.length)] : []),
    ];
  }

  return { read, turnOn, turnOff };
}

export type HoldService = ReturnType<typeof createHoldService>;

const plansOf = (url: string, found: readonly RecorderId[], facts: PageFacts) => ({
  page: planHold(url, found, facts),
  whole: planHold(url, RECORDER_IDS, facts),
});

/** Everything that this recorder would be held by now is in the hold. */
const isHeld = (id: RecorderId, hold: Hold, now: PlannedHold): boolean =>
  hold.recorders.includes(id) &&
  (now.rules.get(id) ?? []).every((rule) => hold.rules.some((held) => isSameRule(rule, held)));

const UNAVAILABLE: HoldState = {
  status: 'unavailable',
  since: null,
  held: [],
  missing: [],
  unheld: [],
  plan: null,
  wholePlan: null,
};

const OFF: HoldState = { ...UNAVAILABLE, status: 'off' };
