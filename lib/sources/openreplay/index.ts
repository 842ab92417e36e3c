import { HushmapError } from '../../core/errors';
import { message } from '../../core/message';
import type { SourceAbilities } from '../../protocol/heat';
import type { HeatQuery, SourceConfig } from '../../protocol/sources';
import type { HeatSource, PlacedHeat, SourcePorts } from '../contract';
import { type Call, HTTP_LIMITS, type HttpLimits, withCall } from '../http';
import { MAX_POSITION } from '../limits';
import { settled } from '../settled';
import { refuseBeyond } from '../within-abilities';
import { createBins } from './bins';
import { toQuestion } from './question';
import { checkEnvelope } from './response';

type OpenReplayConfig = Extract<SourceConfig, { kind: 'openreplay' }>;

export interface OpenReplayLimits extends HttpLimits {
  /** Clicks that are read, should a server send more than its 500. */
  readonly clicks: number;
}

const ABILITIES: SourceAbilities = { maps: [{ map: 'click', by: 'place' }], filters: [] };

/** OpenReplay's own limit of one answer, in its query. */
const MOST_SENT = 500;

/**
 * OpenReplay's click map (`backend/pkg/analytics/charts`, MIT and AGPL sources of openreplay on
 * GitHub), asked with a user's token. It sends single clicks without counts or people, the oldest 500
 * of the period, of visits that came to the page: so k counts clicks, and the map says that it is a
 * sample. Places are percent of the page's width and height, so the page's height must be known.
 */
export function createOpenReplaySource(
  limits: Partial<OpenReplayLimits> = {},
): HeatSource<OpenReplayConfig> {
  const all: OpenReplayLimits = { ...HTTP_LIMITS, clicks: 100_000, ...limits };
  return {
    kind: 'openreplay',
    abilities: () => ABILITIES,
    counts: () => ({ widths: null, device: 'all' }),
    fetchHeat: (config, query, ports) =>
      settled(() => {
        const { host } = new URL(config.host);
        refuseBeyond(ABILITIES, query, config.name);
        const { pageHeight } = query;
        if (pageHeight === undefined || pageHeight > MAX_POSITION) {
          throw new HushmapError('source.noPageHeight', [host]);
        }
        return asking(config, ports, all, (call) =>
          fetchClicks(call, config, query, pageHeight, all),
        );
      }),
    test: (config, ports) =>
      settled(() =>
        asking(config, ports, all, async (call) => {
          const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
          const page = `${config.origins[0] ?? 'https://hushmap.invalid'}/`;
          const asked = { page, from: today, to: today, viewportWidth: 1 };
          await fetchClicks(call, config, asked, 1, all);
          return [];
        }),
      ),
  };
}

export const openreplay = createOpenReplaySource();

async function asking<T>(
  config: OpenReplayConfig,
  ports: SourcePorts,
  limits: HttpLimits,
  work: (call: Call) => Promise<T>,
): Promise<T> {
  // OpenReplay shows a project key too, and its API takes the number alone.
  if (!/^\d{1,10}$/.test(config.projectId)) {
    throw new HushmapError('openreplay.noProject', [new URL(config.host).host, config.projectId]);
  }
  try {
    return await withCall(config.host, ports, limits, work);
  } catch (cause) {
    throw cause instanceof HushmapError ? inItsWords(cause, config) : cause;
  }
}

/** What a person can do about a refusal differs from back end to back end. */
function inItsWords(
  cause: HushmapError,
  { host: origin, projectId }: OpenReplayConfig,
): HushmapError {
  const { host } = new URL(origin);
  if (cause.code === 'source.unauthorized') return new HushmapError('openreplay.token', [host]);
  if (cause.code === 'source.forbidden') {
    return new HushmapError('openreplay.noAccess', [host, projectId]);
  }
  if (cause.code === 'source.notFound') {
    return new HushmapError('openreplay.noProject', [host, projectId]);
  }
  return cause;
}

async function fetchClicks(
  call: Call,
  config: OpenReplayConfig,
  query: Pick<HeatQuery, 'page' | 'from' | 'to' | 'viewportWidth'>,
  pageHeight: number,
  limits: OpenReplayLimits,
): Promise<PlacedHeat> {
  const { host } = new URL(config.host);
  const bins = createBins({ width: query.viewportWidth, height: pageHeight }, host);
  let clicks = 0;
  const rest = await call.getRows(
    {
      path: `/v2/api/${encodeURIComponent(config.projectId)}/cards/try`,
      key: 'data',
      body: JSON.stringify(toQuestion(query)),
      headers: { 'content-type': 'application/json' },
    },
    (rows) => {
      const wanted = rows.slice(0, limits.clicks - clicks);
      bins.add(wanted, clicks);
      clicks += wanted.length;
      return clicks < limits.clicks;
    },
  );
  if (rest !== null) checkEnvelope(rest, host);
  return {
    form: 'cells',
    ...bins.finish(),
    viewportWidth: query.viewportWidth,
    unit: 'clicks',
    truncated: clicks >= MOST_SENT,
    remarks: [
      message('source.remark.oldestClicks', MOST_SENT),
      message('source.remark.wholeVisits'),
      message('source.remark.noPeople'),
      message('source.remark.allWidths'),
    ],
  };
}
