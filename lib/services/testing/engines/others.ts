import { peopleIn } from '../subtracting';
import {
  type Answer,
  bySpot,
  common,
  type Engine,
  inDays,
  PAGE,
  readElements,
  readPlaces,
  type Visit,
} from './engine';

/** Matomo: devices by breakpoints of its own, and no widths. */
export const matomoEngine: Engine = {
  name: 'Matomo',
  config: { ...common, kind: 'matomo', host: 'https://matomo.acme.test', path: '/', siteId: '1' },
  map: 'click',
  by: 'element',
  unit: 'clicks',
  answer: (_url, body, visits) => answerMatomo(new URLSearchParams(body), visits),
  read: readElements,
};

const DEVICES: Readonly<Record<string, Visit['device']>> = {
  1: 'desktop',
  2: 'tablet',
  3: 'mobile',
};

function answerMatomo(form: URLSearchParams, visits: readonly Visit[]): Answer {
  const rules = [{ attribute: 'url', type: 'equals_exactly', value: PAGE }];
  const heatmap = { idsitehsr: 1, status: 'active', match_page_rules: rules, sample_rate: '100' };
  if (form.get('method')?.endsWith('getHeatmaps')) {
    return { counted: [], response: Response.json([heatmap]) };
  }
  const [from = '', to = ''] = (form.get('date') ?? '').split(',');
  const device = DEVICES[form.get('deviceType') ?? ''];
  const counted = inDays(visits, from, to).filter((visit) => visit.device === device);
  const rows = bySpot(counted, 'click').flatMap(({ spot, visits: here }) =>
    here.length === 0
      ? []
      : [{ selector: `#spot${spot}`, offset_x: 1000, offset_y: 1000, value: here.length }],
  );
  return { counted, response: Response.json(rows) };
}

/** Somebody's own endpoint: as it is asked, or in steps of 100 px, which it says. */
export function endpointEngine(inSteps: boolean): Engine {
  return {
    name: inSteps ? 'An endpoint that keeps widths in steps, and says so' : 'An endpoint',
    config: {
      ...common,
      kind: 'endpoint',
      host: 'https://heat.acme.test',
      path: '/heat',
      needsKey: false,
    },
    map: 'click',
    by: 'place',
    unit: 'people',
    answer: (url, _body, visits) => answerEndpoint(url, inSteps, visits),
    read: readPlaces,
  };
}

function answerEndpoint(url: URL, inSteps: boolean, visits: readonly Visit[]): Answer {
  const of = (name: string) => url.searchParams.get(name) ?? '';
  const [min, max] = [Number(of('width_min')), Number(of('width_max'))];
  const stepOf = (width: number) => Math.floor(width / 100) * 100;
  const widths = inSteps ? { min: stepOf(min), max: stepOf(max) + 99 } : { min, max };
  const device = of('device');
  const counted = inDays(visits, of('from'), of('to')).filter(
    (visit) =>
      visit.width >= widths.min &&
      visit.width <= widths.max &&
      (device === 'all' || device === visit.device),
  );
  const cells = bySpot(counted, 'click').map(({ spot, visits: here }) => ({
    ...{ x: 0, y: spot * 64 + 16, size: 16 },
    ...{ count: here.length, people: peopleIn(here) },
  }));
  const told = { format: 'hushmap-heat', version: 2, ...(inSteps && { widths }), cells };
  return { counted, response: Response.json(told) };
}
