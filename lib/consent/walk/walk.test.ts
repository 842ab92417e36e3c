import { describe, expect, it } from 'vitest';
import type { BannerReading } from '../../protocol/walk/banner';
import { SCENARIO_IDS } from '../../protocol/walk/scenarios';
import type { WalkClick } from '../../protocol/walk/step';
import type { Walk } from '../../protocol/walk/walk';
import { detected, event } from '../testing/visit';
import { banner, control, step, toggle, walkOf } from '../testing/walk';
import { PathBlocked, type Reading, type Visitor, type WalkDriver } from './driver';
import { decidedBy } from './steps';
import { type WalkOptions, walkPage } from './walk';

/** A site with a banner whose layers are given, and what a visitor did on it. */
interface Site {
  readonly first: BannerReading | null;
  readonly second?: BannerReading;
  /** Labels that lead back to the banner. */
  readonly reopen?: string;
  readonly blocks?: Readonly<Record<string, 'control-moves' | 'control-covered'>>;
  readonly breaks?: boolean;
  /** The banner stays, whatever is pressed. */
  readonly deaf?: boolean;
  readonly keyboard?: NonNullable<BannerReading['keyboard']>;
  /** A recorder that takes a share of visits, and which of the acceptances (from 1) it takes. */
  readonly sampled?: { readonly rate: number; readonly hears: (acceptance: number) => boolean };
}

function driverOf(site: Site, done: string[] = []): WalkDriver {
  let acceptances = 0;
  const begin = async ({ gpc }: { gpc: boolean }): Promise<Visitor> => {
    let shown: BannerReading | null = null;
    let decided = false;
    let isHeard = false;
    done.push(gpc ? 'begin with GPC' : 'begin');
    const load = async () => {
      shown = decided ? null : site.first;
      if (site.breaks) throw new Error('The browser has gone.');
    };
    return {
      open: load,
      openWarm: load,
      openSecond: async () => {
        await load();
        return true;
      },
      banner: async () => shown,
      reopeners: async () =>
        site.reopen === undefined ? [] : [control('settings', { label: site.reopen })],
      press: async ({ label, role }, aim) => {
        const blocked = site.blocks?.[label];
        if (blocked) throw new PathBlocked(blocked);
        done.push(`${aim} ${label}`);
        if (aim === 'reopen') shown = site.first;
        else if (aim === 'settings') shown = site.second ?? shown;
        else if (role !== 'other' && site.deaf !== true) {
          decided = true;
          shown = null;
          if (role === 'accept') isHeard = site.sampled?.hears(++acceptances) ?? false;
        }
        const at = { t: 1, selector: '', box: { x: 0, y: 0, width: 9, height: 9 }, picture: '' };
        return { ...at, aim, label, trusted: true, by: 'program' };
      },
      scroll: async () => void done.push('scroll'),
      stay: async () => undefined,
      keyboard: async () => {
        if (site.keyboard !== undefined) done.push('keyboard');
        return site.keyboard ?? null;
      },
      read: async () => {
        if (site.keyboard !== undefined) done.push('read');
        return reading(site, isHeard);
      },
      end: async () => void done.push('end'),
    };
  };
  return { vantage: walkOf([]).vantage, begin, gpcFile: async () => null };
}

function reading({ sampled }: Site, isHeard: boolean): Reading {
  const events = isHeard ? [event.ingest(1)] : [];
  const {
    id: _,
    choiceAt: __,
    banner: ___,
    settings,
    bannerAtEnd,
    ...rest
  } = step('before', events);
  const recorders = sampled ? [{ ...detected('posthog'), sampleRate: sampled.rate }] : [];
  return { ...rest, title: 'Shop', recorders };
}

const walk = (site: Site, options: Partial<WalkOptions> = {}, done: string[] = []): Promise<Walk> =>
  walkPage(driverOf(site, done), { url: 'https://shop.example/', now: () => 0, ...options });

const endOf = (made: Walk): string[] =>
  made.scenarios.map(
    ({ id, state, obstacle }) => `${id} ${state}${obstacle ? ` ${obstacle}` : ''}`,
  );

const CLICK: WalkClick = {
  ...{ t: 1, aim: 'accept', label: 'Yes', selector: '', picture: '', trusted: true, by: 'person' },
  box: { x: 0, y: 0, width: 9, height: 9 },
};
const [yes, no] = [control('accept', { label: 'Yes' }), control('reject', { label: 'No' })];
const more = control('settings', { label: 'More' });
const save = control('save', { label: 'Save' });
const switches = banner({
  selector: '#second',
  layer: 2,
  controls: [save],
  toggles: [
    toggle({ label: 'Recording', on: true, essential: false }),
    toggle({ label: 'Basket', on: true, essential: true }),
    toggle({ label: 'Counting', on: false, essential: false }),
  ],
});

describe('a walk', () => {
  it('takes every path from a clean state, and ends each visit', async () => {
    const done: string[] = [];
    const made = await walk(
      { first: banner({ controls: [yes, no, more] }), second: switches, reopen: 'Cookies' },
      {},
      done,
    );
    expect(endOf(made)).toEqual([
      'untouched walked',
      'reject walked',
      'accept walked',
      'withdraw walked',
      'settings-off walked',
      'gpc walked',
      'scroll walked',
    ]);
    expect(done.filter((one) => one.startsWith('begin'))).toHaveLength(7);
    expect(done.filter((one) => one === 'begin with GPC')).toHaveLength(1);
    expect(done.filter((one) => one === 'end')).toHaveLength(7);
    expect(made.scenarios.map(({ steps }) => steps.map(({ id }) => id).join(' '))).toEqual([
      'before warm reload second-page',
      'before after reload reload-2 reload-3 second-page',
      'before after reload second-page',
      'before after withdrawn reload second-page',
      'before after reload second-page',
      'before reload second-page',
      'before after reload second-page',
    ]);
  });

  it('tries the keyboard once all of the untouched path has been read', async () => {
    const done: string[] = [];
    const pressed = {
      tabsToReject: 1,
      tabsToAccept: 2,
      trapped: false,
      escape: 'nothing' as const,
    };
    const first = banner({ controls: [yes, no], toggles: [], keyboard: null });
    const made = await walk({ first, keyboard: pressed }, { scenarios: ['untouched'] }, done);
    expect(done).toEqual(['begin', 'read', 'read', 'read', 'read', 'keyboard', 'end']);
    expect(made.scenarios[0]?.steps.map(({ banner: one }) => one?.keyboard ?? null)).toEqual([
      ...[null, null, null],
      pressed,
    ]);
  });

  it('takes a press that the path broke off at for no choice', async () => {
    const first = banner({ controls: [yes, no], toggles: [] });
    const made = await walk({ first, deaf: true }, { scenarios: ['accept'] });
    const [path] = made.scenarios;
    expect(path).toMatchObject({ state: 'partly', obstacle: 'no-effect' });
    if (path === undefined) throw new Error('There is no path.');
    const [, after] = path.steps;
    if (after === undefined) throw new Error('There is no step after the press.');
    const steps = [path.steps[0] ?? after, { ...after, clicks: [CLICK] }];
    expect(decidedBy({ ...path, steps }, 'after')).toBe('unknown');
    expect(decidedBy({ ...path, steps }, 'before')).toBe('unset');
  });

  it('refuses in the settings where the first layer has no refusal, and counts the presses', async () => {
    const done: string[] = [];
    const first = banner({ controls: [yes, more], toggles: [] });
    const made = await walk({ first, second: switches }, { scenarios: ['reject'] }, done);
    expect(done).toEqual(['begin', 'settings More', 'toggle Recording', 'save Save', 'end']);
    expect(made.scenarios[0]).toMatchObject({ state: 'walked', clicks: 3 });
  });

  it('says why a path could not be walked, and keeps what it has', async () => {
    const only = banner({ controls: [yes], toggles: [] });
    const both = banner({ controls: [yes, no], toggles: [] });
    const reject = { scenarios: ['reject'] } as const;
    expect(endOf(await walk({ first: null }, reject))).toEqual(['reject partly no-banner']);
    expect(endOf(await walk({ first: only }, reject))).toEqual(['reject partly no-control']);
    const moves = { first: both, blocks: { No: 'control-moves' } } as const;
    expect(endOf(await walk(moves, reject))).toEqual(['reject partly control-moves']);
    expect(endOf(await walk({ first: both, deaf: true }, reject))).toEqual([
      'reject partly no-effect',
    ]);
    const made = await walk({ first: both }, { scenarios: ['withdraw'] });
    expect(endOf(made)).toEqual(['withdraw partly no-withdrawal']);
    expect(made.scenarios[0]?.steps.map(({ id, choiceAt }) => [id, choiceAt])).toEqual([
      ['before', null],
      ['after', 1],
      ['withdrawn', null],
    ]);
  });

  it('is stopped with what it has, and names the paths that were not walked', async () => {
    const stop = new AbortController();
    const made = await walk(
      { first: banner({ controls: [yes, no] }) },
      {
        scenarios: ['untouched', 'reject', 'accept'],
        signal: stop.signal,
        onProgress: ({ scenario, step: now }) => {
          if (scenario === 'reject' && now === 'after') stop.abort();
        },
      },
    );
    expect(endOf(made)).toEqual([
      'untouched walked',
      'reject partly interrupted',
      'accept not-walked interrupted',
    ]);
  });

  it('loses one path to a browser that fails, where its driver says so, and else fails', async () => {
    const site = { first: null, breaks: true };
    const driver = driverOf(site);
    const options = {
      url: 'https://shop.example/',
      now: () => 0,
      scenarios: ['untouched'],
    } as const;
    await expect(walkPage(driver, options)).rejects.toThrow('gone');
    const told = await walkPage({ ...driver, obstacleOf: () => 'interrupted' }, options);
    expect(endOf(told)).toEqual(['untouched not-walked interrupted']);
  });

  it('walks some at a time, and tells them in their order', async () => {
    const made = await walk({ first: banner({ controls: [yes, no] }) }, { concurrency: 3 });
    expect(made.scenarios.map(({ id }) => id).slice(0, 3)).toEqual([
      'untouched',
      'reject',
      'accept',
    ]);
  });
});

describe('a walk of a page whose recorder samples', () => {
  const site = (hears: (acceptance: number) => boolean, rate = 0.5): Site => ({
    ...{ first: banner({ controls: [yes, no, more] }), second: switches, reopen: 'Cookies' },
    sampled: { rate, hears },
  });
  const timesOf = ({ scenarios }: Walk) =>
    Object.fromEntries(
      SCENARIO_IDS.map((one) => [one, scenarios.filter(({ id }) => id === one).length]),
    );
  /** Every path, so that acceptances are counted in their order: accept first, then withdraw. */
  const paths = { scenarios: SCENARIO_IDS, mostRepeats: 12 };

  it('repeats acceptances until one was heard, and every path whose result is a silence', async () => {
    const made = await walk(
      site((acceptance) => acceptance >= 4),
      paths,
    );
    expect(timesOf(made)).toEqual({
      ...{ untouched: 5, reject: 5, accept: 3, withdraw: 5, 'settings-off': 5, gpc: 5, scroll: 1 },
    });
    expect(
      timesOf(
        await walk(
          site(() => true),
          paths,
        ),
      ),
    ).toMatchObject({ accept: 1, gpc: 5 });
    expect(
      timesOf(
        await walk(
          site(() => false),
          paths,
        ),
      ),
    ).toMatchObject({ accept: 5, gpc: 5 });
  });

  it('repeats as often as the certainty takes, and no more than it may', async () => {
    const sure = await walk(
      site(() => true),
      { ...paths, power: 0.8 },
    );
    expect(timesOf(sure)).toMatchObject({ untouched: 3, withdraw: 3 });
    const rare = await walk(
      site(() => false, 0.01),
      paths,
    );
    expect(timesOf(rare)).toMatchObject({ reject: 12, accept: 12 });
    expect(
      timesOf(
        await walk(
          site(() => true),
          {},
        ),
      ),
    ).toMatchObject({ reject: 1, accept: 1 });
  });

  it('ends in time, with as many visits of each path', async () => {
    let clock = 0;
    const now = () => (clock += 1_000);
    const made = await walk(
      site(() => true, 0.1),
      { ...paths, now, mostMs: 60_000 },
    );
    const { accept, scroll, ...silent } = timesOf(made);
    expect(Math.max(...Object.values(silent))).toBeLessThan(12);
    expect(Math.max(...Object.values(silent)) - Math.min(...Object.values(silent))).toBeLessThan(2);
  });

  it('does not try again what the page stands in the way of', async () => {
    const { reopen: _, ...shut } = site(() => true);
    expect(timesOf(await walk(shut, paths))).toMatchObject({ withdraw: 1, reject: 5 });
    const bare = { ...site(() => true), first: null };
    expect(timesOf(await walk(bare, paths))).toMatchObject({ accept: 1, reject: 1, gpc: 5 });
  });
});
