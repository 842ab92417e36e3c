import { sentenceOf } from '../../core/errors';
import { type Message, message } from '../../core/message';
import { roundCount } from '../../heatmap/rounding';
import type { HeatState } from '../../protocol/heat';
import type { PagesOfPattern } from '../../protocol/pages';
import type { Snapshot } from '../../protocol/snapshots';
import type { PagesQuery, Policy, SourceConfig } from '../../protocol/sources';
import { redactUrl } from '../../report/redact-url';
import { pageForSource, sourcesFor } from '../../sources/mapping';
import { matchesPattern } from '../../sources/page-pattern';
import { plainAddress, proposePatterns } from '../../sources/propose-patterns';
import { sourceOf } from '../../sources/registry';
import { whoIsCounted } from '../heat/counted';
import { lastDays } from '../heat/days';
import { fitSettings } from '../heat/fit-settings';
import { createGuardedAnswers } from '../heat/guarded-answers';
import { bandOf, keyFor } from '../heat/load-map';
import type { Asked, HeatPorts } from '../heat/ports';
import { kOf } from '../heat/prepare-map';
import { disclosePages, type ToldPages } from './disclose-pages';

/** What the pages of a template need of the heat, the vault, the browser and the network. */
export interface PagePorts
  extends Pick<
    HeatPorts,
    'clock' | 'fetch' | 'secret' | 'hasGrant' | 'policy' | 'shown' | 'sources'
  > {
  readonly heat: { read(tabId: number): Promise<HeatState> };
  readonly asked: { read(tabId: number): Promise<Asked | null> };
  readonly snapshots: () => Promise<readonly Snapshot[]>;
  readonly page: {
    url(tabId: number): Promise<string>;
    /** Addresses of the open tabs that the browser lets us know. */
    openAddresses(): Promise<readonly string[]>;
  };
}

/** A page as its source knows it, that source, and what the tab shows of it. */
interface Place {
  readonly state: HeatState;
  readonly config: SourceConfig | null;
  readonly page: string;
  readonly policy: Policy;
}

/** Which pages a pattern holds, so that nobody adds up pages that they did not mean. */
export function createPageService(ports: PagePorts) {
  const guarded = createGuardedAnswers(ports);

  async function propose(tabId: number): Promise<string[]> {
    const { page } = await placeOf(tabId);
    return /^https?:/i.test(page) ? proposePatterns(page) : [];
  }

  async function match(tabId: number, pattern: string): Promise<PagesOfPattern> {
    const { page, config, state } = await placeOf(tabId);
    const policy = await ports.policy();
    const common = {
      pattern,
      sourceName: config?.name ?? '',
      k: kOf(policy),
      holdsThis: matchesPattern(page, pattern),
    };
    const told = await ask(tabId, pattern, { state, config, page, policy });
    if ('why' in told) {
      const found = await inBrowser(pattern, page, config);
      return { ...common, ...found, from: 'browser', unit: null, why: told.why, notes: [] };
    }
    const here = plainAddress(page);
    const pages = told.pages.map(({ page: each, people }) => ({
      page: redactUrl(each),
      addresses: 1,
      people: roundCount(people),
      at: isWeb(each) && plainAddress(each) === here ? ('here' as const) : ('elsewhere' as const),
    }));
    return {
      ...common,
      pages: joined(pages),
      total: told.total,
      from: 'source',
      unit: told.unit,
      why: null,
      notes: [...told.notes],
    };
  }

  /** The page as its source knows it, and that source: the one that is shown, or would be. */
  async function placeOf(tabId: number) {
    const [url, state, configs] = await Promise.all([
      ports.page.url(tabId),
      ports.heat.read(tabId),
      ports.sources(),
    ]);
    const id = state.summary?.provenance.sourceId ?? state.settings.sourceId;
    const fitting = sourcesFor(url, configs);
    const config = fitting.find((each) => each.id === id) ?? fitting[0] ?? null;
    return { page: config === null ? url : pageForSource(url, config), config, state };
  }

  async function ask(
    tabId: number,
    pattern: string,
    { state: { settings }, config, page, policy }: Place,
  ): Promise<ToldPages | { readonly why: Message }> {
    if (config === null) return { why: message('heat.pages.noSource') };
    const source = sourceOf(config);
    const abilities = source.abilities(config);
    const asked = await ports.asked.read(tabId);
    if (!abilities.pages || source.listPages === undefined || asked === null) {
      return { why: message('heat.pages.cannot', config.name) };
    }
    const fitted = fitSettings(settings, abilities, page).settings;
    const { map, by, filters, days } = fitted;
    const query: PagesQuery = {
      page,
      map,
      by,
      filters: { ...filters, pattern },
      k: kOf(policy),
      ...lastDays(days, ports.clock.now()),
      band: bandOf(fitted, asked.viewportWidth),
      viewportWidth: asked.viewportWidth,
    };
    try {
      const secret = await keyFor(config, ports);
      const signal = AbortSignal.timeout(LIMIT_MS);
      const { fetch, clock } = ports;
      const listed = await source.listPages(config, query, { fetch, secret, clock, signal });
      if (!listed.ok) return { why: listed.error.sentence };
      const pages = listed.value.pages.filter(({ people }) => people >= query.k);
      const list = { ...listed.value, pages };
      const who = whoIsCounted(source.counts(config, query, 'pages'), query.filters);
      return await disclosePages(config, query, who, list, guarded);
    } catch (cause) {
      return { why: sentenceOf(cause) };
    }
  }

  async function inBrowser(pattern: string, page: string, config: SourceConfig | null) {
    const open = (await ports.page.openAddresses().catch(() => []))
      .filter((address) => isWeb(address) && (config === null || isOf(address, config)))
      .map((address) => (config === null ? address : pageForSource(address, config)))
      .filter((address) => matchesPattern(address, pattern));
    const saved = (await ports.snapshots().catch(() => []))
      .map(({ provenance }) => provenance.page)
      .filter((address) => matchesPattern(address, pattern));
    const here = isWeb(page) && matchesPattern(page, pattern) ? [plainAddress(page)] : [];
    const tabs = [...new Set(open.map(plainAddress))].filter((each) => !here.includes(each));
    const line = (address: string, at: 'here' | 'tab' | 'saved') => ({
      page: redactUrl(address),
      addresses: 1,
      people: null,
      at,
    });
    const pages = joined([
      ...here.map((each) => line(each, 'here')),
      ...tabs.map((each) => line(each, 'tab')),
      ...saved.map((each) => line(each, 'saved')),
    ]);
    return { pages, total: pages.reduce((sum, { addresses }) => sum + addresses, 0) };
  }

  return { propose, match };
}

export type PageService = ReturnType<typeof createPageService>;

type Line = PagesOfPattern['pages'][number];

/**
 * Addresses that look the same once they are redacted, as one line. People are not added up: the same
 * ones may have been on several pages.
 */
function joined(lines: readonly Line[]): Line[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const same = found.get(line.page);
    // A map that was saved of a page that is open is no page more.
    const isMore = same !== undefined && line.at !== 'saved';
    const addresses = (same?.addresses ?? 1) + (isMore ? 1 : 0);
    found.set(line.page, same ? { ...same, addresses, people: isMore ? null : same.people } : line);
  }
  return [...found.values()].slice(0, MOST_LINES);
}

const MOST_LINES = 200;
const LIMIT_MS = 60_000;

const isWeb = (address: string): boolean => /^https?:/i.test(address) && URL.canParse(address);

const isOf = (address: string, config: SourceConfig): boolean =>
  sourcesFor(address, [config]).length > 0;
