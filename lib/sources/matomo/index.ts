import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { SourceAbilities } from '../../protocol/heat';
import type { HeatQuery } from '../../protocol/sources';
import type { HeatSource, SourceHeat, SourcePorts } from '../contract';
import { HTTP_LIMITS, type HttpLimits, withCall } from '../http';
import { MAX_CELLS } from '../limits';
import { settled } from '../settled';
import { refuseBeyond } from '../within-abilities';
import { type Ask, createAsk, type MatomoConfig } from './ask';
import { explain, refuseOtherSite } from './explain';
import { createGathered } from './gather';
import { findHeatmap, type Heatmap, readHeatmaps } from './heatmaps';
import { askFold } from './metadata';
import { createDepths } from './scroll';

export interface MatomoLimits extends HttpLimits {
  /** Rows of one answer that are read. */
  readonly rows: number;
}

const ABILITIES: SourceAbilities = {
  maps: [
    { map: 'click', by: 'element' },
    { map: 'move', by: 'element' },
    { map: 'scroll', by: 'place' },
  ],
  filters: ['device', 'segment'],
};

const TYPES = { move: '1', click: '2', scroll: '3' } as const;
const DEVICES = { desktop: '1', tablet: '2', mobile: '3' } as const;

/**
 * Matomo's plugin Heatmap & Session Recording, over its reporting API (developer.matomo.org). The
 * heatmap of a page is found by its rules; then its rows are asked for, one question a type of
 * device, since Matomo has no question for all. Clicks are given by element; Matomo knows no people
 * behind them, so k counts clicks, and clicks are joined until k lie together. Depths of scrolling
 * are page views.
 */
export function createMatomoSource(limits: Partial<MatomoLimits> = {}): HeatSource<MatomoConfig> {
  const all: MatomoLimits = { ...HTTP_LIMITS, rows: MAX_CELLS, ...limits };
  return {
    kind: 'matomo',
    abilities: () => ABILITIES,
    counts: (_config, { filters }) => ({ widths: null, device: filters.device }),
    fetchHeat: (config, query, ports) =>
      settled(async () => {
        refuseBeyond(ABILITIES, query, config.name);
        const segment = query.filters.segment.trim();
        return asking(config, ports, all, segment, async (ask) => {
          const heatmap = await findHeatmap(ask, config, query.page);
          const asked = { config, query, heatmap, segment, rows: all.rows };
          return query.map === 'scroll' ? fetchDepths(ask, asked) : fetchClicks(ask, asked);
        });
      }),
    test: (config, ports) =>
      settled(() =>
        asking(config, ports, all, '', async (ask) => {
          const heatmaps = await readHeatmaps(ask, config);
          for (const origin of config.origins) await refuseOtherSite(ask, config, origin);
          return heatmaps.length === 0 ? [message('source.test.noHeatmaps')] : [];
        }),
      ),
  };
}

export const matomo = createMatomoSource();

function asking<T>(
  config: MatomoConfig,
  ports: SourcePorts,
  limits: HttpLimits,
  segment: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  return withCall(
    config.host,
    ports,
    limits,
    async (call) => {
      const ask = createAsk(call, config, ports.secret);
      try {
        return await work(ask);
      } catch (cause) {
        if (!(cause instanceof HushmapError)) throw cause;
        throw await explain(cause, ask, config, segment);
      }
    },
    'own',
  );
}

interface Asked {
  readonly config: MatomoConfig;
  readonly query: HeatQuery;
  readonly heatmap: Heatmap;
  readonly segment: string;
  readonly rows: number;
}

async function fetchClicks(ask: Ask, asked: Asked): Promise<SourceHeat> {
  const gathered = createGathered(new URL(asked.config.host).host);
  const isCut = await askDevices(ask, asked, (rows, first) => gathered.add(rows, first));
  const found = await gathered.finish(asked.query.k);
  return {
    form: 'anchored',
    ...found,
    viewportWidth: asked.query.viewportWidth,
    unit: 'clicks',
    truncated: isCut || gathered.isFull,
    remarks: [message('source.remark.noPeople'), ...remarksOf(asked.heatmap)],
  };
}

async function fetchDepths(ask: Ask, asked: Asked): Promise<SourceHeat> {
  const depths = createDepths(new URL(asked.config.host).host);
  const [isCut, fold] = await Promise.all([
    askDevices(ask, asked, (rows, first) => depths.add(rows, first)),
    askFold(ask, paramsOf(asked), devicesOf(asked.query)),
  ]);
  return {
    form: 'bands',
    bands: depths.finish(fold),
    viewportWidth: asked.query.viewportWidth,
    unit: 'sessions',
    truncated: isCut,
    unusable: depths.unusable,
    remarks: [message('source.remark.pageViews'), ...remarksOf(asked.heatmap)],
  };
}

/** One question a type of device, all at once. Returns whether an answer was longer than is read. */
async function askDevices(
  ask: Ask,
  asked: Asked,
  onRows: (rows: readonly unknown[], first: number) => void,
): Promise<boolean> {
  const { map } = asked.query;
  const heatmapType = map === 'move' || map === 'scroll' ? TYPES[map] : TYPES.click;
  const cut = await Promise.all(
    devicesOf(asked.query).map(async (deviceType) => {
      let rowsSoFar = 0;
      const params = { ...paramsOf(asked), heatmapType, deviceType };
      const rest = await ask('HeatmapSessionRecording.getRecordedHeatmap', params, (rows) => {
        const wanted = rows.slice(0, asked.rows - rowsSoFar);
        onRows(wanted, rowsSoFar);
        rowsSoFar += wanted.length;
        return rowsSoFar < asked.rows;
      });
      if (rest !== null && !Array.isArray(rest)) {
        throw new HushmapError('source.badShape', [new URL(asked.config.host).host, '']);
      }
      return rowsSoFar >= asked.rows;
    }),
  );
  return cut.includes(true);
}

const devicesOf = ({ filters }: HeatQuery): string[] =>
  filters.device === 'all' ? Object.values(DEVICES) : [DEVICES[filters.device]];

const paramsOf = ({ config, query, heatmap, segment }: Asked): Record<string, string> => ({
  idSite: config.siteId,
  idSiteHsr: String(heatmap.id),
  period: 'range',
  date: `${query.from},${query.to}`,
  ...(segment !== '' && { segment }),
});

function remarksOf({ sampleRate, ofManyPages }: Heatmap): Message[] {
  const remarks: Message[] = [];
  if (sampleRate !== null && sampleRate < 100) {
    remarks.push(message('source.remark.sampleRate', sampleRate));
  }
  if (ofManyPages) remarks.push(message('source.remark.manyPages'));
  remarks.push(message('source.remark.allWidths'));
  return remarks;
}
