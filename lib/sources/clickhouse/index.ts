import { HushmapError } from '../../core/errors';
import { message } from '../../core/message';
import type { HeatQuery } from '../../protocol/sources';
import type { HeatSource, SourceHeat } from '../contract';
import { HTTP_LIMITS, type HttpLimits } from '../http';
import { MAX_CELLS } from '../limits';
import { settled } from '../settled';
import { wholeWidths } from '../widths';
import { readBands, readPlaces } from './answer';
import { withEngine } from './ask';
import { checkTable } from './check';
import { countedIn, filtersOf, isBeyond, mapsOf } from './conditions';
import { attentionQuestion, scrollQuestion } from './depths';
import { type ClickHouseConfig, type Layout, layoutOf } from './layout';
import { readPages } from './pages';
import { placesQuestion } from './places';

export interface ClickHouseLimits extends HttpLimits {
  readonly cells: number;
}

/**
 * A team's own ClickHouse (docs/sources/clickhouse.md): a table of raw events under any names, or the
 * documented table of aggregates. Grouping, distinct people, k and merging are done in the engine;
 * cells and bands alone travel.
 */
export function createClickHouseSource(
  limits: Partial<ClickHouseLimits> = {},
): HeatSource<ClickHouseConfig> {
  const all: ClickHouseLimits = { ...HTTP_LIMITS, cells: MAX_CELLS, ...limits };
  return {
    kind: 'clickhouse',
    abilities: (config) => {
      const layout = layoutOf(config);
      return {
        maps: mapsOf(layout).map((map) => ({ map, by: 'place' })),
        filters: [...filtersOf(layout)],
        pages: true,
      };
    },
    counts: (config, query) => countedIn(layoutOf(config), query),
    fetchHeat: (config, query, ports) =>
      settled(() => {
        const layout = layoutOf(config);
        const { host } = config;
        if (
          !mapsOf(layout).includes(query.map) ||
          query.by !== 'place' ||
          isBeyond(layout, query.filters)
        ) {
          throw new HushmapError('source.cannot', [new URL(host).host]);
        }
        return withEngine(config, ports, all, async (ask): Promise<SourceHeat> => {
          const { map } = query;
          const about = { layout, query, host };
          const heat =
            map === 'scroll'
              ? await readBands(ask, scrollQuestion(layout, query), { ...about, map })
              : map === 'attention'
                ? await readBands(ask, attentionQuestion(layout, query), { ...about, map })
                : await readPlaces(
                    ask,
                    // One more than is taken, to know whether there are more.
                    placesQuestion(layout, query, all.cells + 1),
                    { ...about, limit: all.cells },
                  );
          return { ...heat, remarks: remarksOf(layout, query) };
        });
      }),
    listPages: (config, query, ports) =>
      settled(() => {
        const layout = layoutOf(config);
        if (!mapsOf(layout).includes(query.map) || isBeyond(layout, query.filters)) {
          throw new HushmapError('source.cannot', [new URL(config.host).host]);
        }
        return withEngine(config, ports, all, (ask) => readPages(ask, layout, query, config.host));
      }),
    test: (config, ports) =>
      settled(() =>
        withEngine(config, ports, all, (ask) => checkTable(ask, config, layoutOf(config))),
      ),
  };
}

export const clickhouse = createClickHouseSource();

/** The documented table keeps widths in steps, so a band is answered in whole ones. */
function remarksOf(layout: Layout, query: HeatQuery) {
  const { widths } = countedIn(layout, query);
  if (widths === null) return [message('source.note.allWidths')];
  const asked = wholeWidths(query.band);
  const isExact = layout.form === 'events' || (widths.min >= asked.min && widths.max <= asked.max);
  return isExact ? [] : [message('source.remark.wholeSteps', widths.min, widths.max)];
}
