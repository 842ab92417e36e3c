import { K, peopleIn } from '../subtracting';
import { bySpot, common, type Engine, inDays, readBands, type Visit } from './engine';

/** `docs/sources/clickhouse/2-cells.sql`: the first width of each step. */
const STEPS = [
  0, 360, 420, 480, 600, 768, 896, 1024, 1152, 1280, 1360, 1440, 1600, 1760, 1920, 2240, 2560,
];

const stepOf = (width: number): number => STEPS.findLast((step) => step <= width) ?? 0;

/** ClickHouse: the documented table of aggregates, or events with or without a column of devices. */
export function clickHouseEngine(table: 'cells' | 'events' | 'eventsByDevice'): Engine {
  const columns = table === 'cells' ? null : {};
  return {
    name: `ClickHouse, ${table}`,
    config: {
      ...common,
      kind: 'clickhouse',
      host: 'https://clickhouse.acme.test',
      user: 'reader',
      database: 'default',
      table,
      columns: columns && { ...COLUMNS },
      events: { ...EVENTS, device: table === 'eventsByDevice' ? 'device' : '' },
    },
    map: 'scroll',
    by: 'place',
    unit: 'people',
    answer: (url, _body, visits) => answer(url, table === 'cells', visits),
    read: readBands,
  };
}

function answer(url: URL, hasSteps: boolean, visits: readonly Visit[]) {
  const of = (name: string) => url.searchParams.get(`param_${name}`) ?? '';
  const [min, max] = [Number(of('minWidth')), Number(of('maxWidth'))];
  const device = of('device');
  const isWithin = (width: number) =>
    hasSteps ? stepOf(width) >= min && stepOf(width) <= max : width >= min && width < max + 1;
  const counted = inDays(visits, of('from'), of('to')).filter(
    (visit) => isWithin(visit.width) && (device === '' || visit.device === device),
  );
  const data = bySpot(counted, 'scroll')
    .map(({ spot, visits: here }) => [spot, peopleIn(here), 800] as const)
    .filter(([, people]) => people >= K);
  const meta = [{ name: 'band', type: 'UInt32' }];
  return { counted, response: Response.json({ meta, data, rows: data.length }) };
}

const COLUMNS = {
  ...{ time: 'timestamp', url: 'url', type: 'type', x: 'x', y: 'y', fixed: '' },
  ...{ viewportWidth: 'viewport_width', person: 'person_id' },
};

const EVENTS = {
  ...{ viewportHeight: 'viewport_height', noise: '', internal: '', segment: '' },
  ...{ depth: 'depth', seconds: '', unit: 'people' as const },
  values: { click: [], rage: [], dead: [], move: [], scroll: ['scroll'], attention: [] },
};
