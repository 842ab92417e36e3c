import { HushmapError } from '../../../core/errors';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings } from '../../../protocol/heat';
import type { SourceConfig } from '../../../protocol/sources';
import { redactUrl } from '../../../report/redact-url';
import { pageForSource, sourcesFor } from '../../../sources/mapping';
import { sourceOf } from '../../../sources/registry';
import { whoIsCounted } from '../counted';
import { fitSettings } from '../fit-settings';
import type { GuardedAnswers } from '../guarded-answers';
import { keyFor, queryOf } from '../load-map';
import { kOf } from '../prepare-map';
import { discloseMeasures } from './disclose-measures';
import type { KeptMeasures, MeasuresPorts } from './ports';
import { prepareMeasures } from './prepare-measures';

/**
 * Asks a source for what it knows of a tab's elements: the one whose heat is shown, where it can be asked,
 * else the first that can, and has the answer go through the guard. Throws a `HushmapError` that says what to do.
 */
export async function loadMeasures(
  tabId: number,
  goal: string,
  ports: MeasuresPorts['heat'],
  guarded: GuardedAnswers,
): Promise<KeptMeasures> {
  const asked = await ports.asked.read(tabId);
  const state = await ports.states.read(tabId);
  if (asked === null || state === null) throw new HushmapError('page.gone');
  const policy = await ports.policy();
  const origin = new URL(asked.url).origin;
  if (policy.featuresOff?.includes('heat') || policy.allowedOrigins?.includes(origin) === false) {
    throw new HushmapError('policy.forbids', [origin]);
  }
  const shown = state.summary?.provenance.sourceId ?? state.settings.sourceId;
  const config = askable(asked.url, await ports.sources(), shown);
  const source = config && sourceOf(config);
  if (config === null || source?.fetchMeasures === undefined) {
    throw new HushmapError('measures.cannotAsk');
  }
  const page = pageForSource(asked.url, config);
  const wished: HeatSettings = { ...DEFAULT_HEAT_SETTINGS, ...state.settings };
  const { settings } = fitSettings(wished, source.abilities(config), page);
  const query = queryOf(
    { config, page, settings, viewportWidth: asked.viewportWidth, policy },
    ports,
  );
  const given = await source.fetchMeasures(config, query, goal, {
    fetch: ports.fetch,
    secret: await keyFor(config, ports),
    clock: ports.clock,
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  if (!given.ok) throw given.error;
  const about = {
    sourceId: config.id,
    sourceName: config.name,
    page: redactUrl(page),
    from: query.from,
    to: query.to,
  };
  const who = whoIsCounted(source.counts(config, query, 'measures'), query.filters);
  const k = kOf(policy);
  const question = { page, from: query.from, to: query.to, ...who, goal };
  const measures = await prepareMeasures(given.value, about, k, (kept) =>
    discloseMeasures({ ...question, config, k }, kept, guarded),
  );
  return { measures, shownOn: redactUrl(asked.url) };
}

function askable(
  url: string,
  configured: readonly SourceConfig[],
  shown: string | null,
): SourceConfig | null {
  const able = sourcesFor(url, configured).filter(
    (config) => sourceOf(config).abilities(config).measures === true,
  );
  return able.find(({ id }) => id === shown) ?? able[0] ?? null;
}

/** A question that joins clicks and goals of weeks takes longer than a map. */
const LIMIT_MS = 180_000;
