import { HushmapError } from '../../core/errors';
import { err, ok, type Result } from '../../core/result';
import type { SourceAbilities } from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { HeatQuery, SourceConfig } from '../../protocol/sources';
import type { HeatSource, SourceHeat, SourcePorts } from '../contract';
import { createRowCollector } from '../file';
import { HTTP_LIMITS, type HttpLimits, withCall } from '../http';
import { MAX_CELLS } from '../limits';
import { wholeWidths } from '../widths';
import { heatOfAnswer } from './answer';
import { asAsked } from './counted';
import { preciseError } from './errors';
import { readerOf } from './reader';

type EndpointConfig = Extract<SourceConfig, { kind: 'endpoint' }>;

export interface EndpointLimits extends HttpLimits {
  readonly cells: number;
}

/**
 * Anyone's own back end: one address that answers a GET with the heat file of what was asked
 * (`docs/sources/endpoint.md`), as JSON or as CSV. The key, where it has one, travels as a bearer token.
 */
export function createEndpointSource(
  limits: Partial<EndpointLimits> = {},
): HeatSource<EndpointConfig> {
  const all: EndpointLimits = { ...HTTP_LIMITS, cells: MAX_CELLS, ...limits };
  return {
    kind: 'endpoint',
    abilities: () => ABILITIES,
    counts: (_config, query) => asAsked(query),
    fetchHeat: async (config, query, ports) => {
      if (!canAsk(query)) return err(cannot(config));
      return settled(config, () => ask(config, query, ports, all));
    },
    test: async (config, ports) => {
      const answer = await settled(config, () => ask(config, smallest(config, ports), ports, all));
      return answer.ok ? ok([]) : answer;
    },
  };
}

export const endpoint = createEndpointSource();

/** Everything that the open format can say; an endpoint that knows less answers 501. */
const ABILITIES: SourceAbilities = {
  maps: [
    { map: 'click', by: 'place' },
    { map: 'click', by: 'element' },
    { map: 'rage', by: 'place' },
    { map: 'rage', by: 'element' },
    { map: 'dead', by: 'place' },
    { map: 'dead', by: 'element' },
    { map: 'move', by: 'place' },
    { map: 'move', by: 'element' },
    { map: 'scroll', by: 'place' },
    { map: 'attention', by: 'place' },
  ],
  filters: ['band', 'device', 'pattern'],
};

async function ask(
  config: EndpointConfig,
  query: HeatQuery,
  ports: SourcePorts,
  limits: EndpointLimits,
): Promise<SourceHeat> {
  const { host } = new URL(config.host);
  const rows = createRowCollector(limits.cells);
  // What is sent to everybody is not sent here: this endpoint was set up without a key.
  const lent = config.needsKey ? ports : { ...ports, secret: '' };
  const work = (call: Parameters<Parameters<typeof withCall>[3]>[0]) =>
    call.getRows(
      {
        path: config.path,
        query: paramsOf(query),
        key: 'cells',
        headers: { accept: 'application/json, text/csv;q=0.9' },
        reader: (contentType, onRows) => readerOf(contentType, onRows, host),
      },
      rows.add,
    );
  const facts = await withCall(
    config.host,
    lent,
    limits,
    work,
    config.needsKey ? 'bearer' : 'none',
  );
  // Nothing is known of what follows the last row that is read, so it is refused as a whole.
  if (facts === null) throw new HushmapError('endpoint.tooManyCells', [host, limits.cells]);
  return heatOfAnswer(facts, rows.finish(), query, host);
}

function paramsOf(query: HeatQuery): Record<string, string> {
  const { page, map, by, from, to, filters, k } = query;
  const widths = wholeWidths(query.band);
  return {
    url: page,
    map,
    by,
    from,
    to,
    width_min: String(widths.min),
    width_max: String(widths.max),
    device: filters.device,
    k: String(k),
    ...(filters.pattern !== null && { pattern: filters.pattern }),
  };
}

function canAsk({ map, by, filters }: HeatQuery): boolean {
  const isMap = ABILITIES.maps.some((each) => each.map === map && each.by === by);
  const { withoutTestAccounts, withoutNoise, cohorts, segment } = filters;
  return isMap && !withoutTestAccounts && !withoutNoise && cohorts.length === 0 && segment === '';
}

/** The clicks of today on one page, so that a large site sends little. */
function smallest(config: EndpointConfig, { clock }: SourcePorts): HeatQuery {
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  return {
    page: `${config.origins[0] ?? 'https://hushmap.invalid'}/`,
    map: 'click',
    by: 'place',
    filters: NO_FILTERS,
    k: 11,
    from: today,
    to: today,
    band: { min: 0, max: 10_000 },
    viewportWidth: 1280,
  };
}

const cannot = ({ host }: EndpointConfig): HushmapError =>
  new HushmapError('source.cannot', [new URL(host).host]);

/** Turns what a person can mend into a result; bugs and aborts go on as they are. */
async function settled<T>(
  config: EndpointConfig,
  work: () => Promise<T>,
): Promise<Result<T, HushmapError>> {
  try {
    return ok(await work());
  } catch (cause) {
    if (cause instanceof HushmapError) return err(preciseError(cause, config));
    throw cause;
  }
}
