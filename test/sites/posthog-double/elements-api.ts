import { daysBefore, type HeatmapsProblem, pageFilter } from './heatmaps-api';
import { type Clicks, countBy, selectEvents } from './select-events';

/** An element as PostHog's statistics tell it. */
export interface StatElement {
  readonly text: string;
  readonly tag_name: string;
  readonly attr_class: readonly string[] | null;
  readonly attr_id: string | null;
  readonly href: null;
  readonly nth_child: number;
  readonly nth_of_type: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly order: number;
}

export const KINDS: Readonly<Record<string, string>> = {
  $autocapture: 'click',
  $rageclick: 'rageclick',
  $dead_click: 'deadclick',
};

/** Statistics of the clickmap: clicks on each element, whoever made them. */
export function answerElements(
  url: URL,
  clicks: Clicks | null,
  today: string,
): object | HeatmapsProblem {
  const params = url.searchParams;
  const type = KINDS[params.get('include') ?? '$autocapture'];
  const oldest = daysBefore(today, params.get('date_from') ?? '-7d');
  const newest = daysBefore(today, params.get('date_to') ?? today);
  if (type === undefined || oldest === null || newest === null)
    return { problem: 'Invalid input.' };
  // What the caller wrote; a filter of another form finds no key here and asks for nothing.
  const filters = JSON.parse(params.get('properties') ?? '[]') as {
    readonly key?: string;
    readonly value?: unknown;
    readonly operator?: string;
  }[];
  const filterOf = (key: string, operators: readonly string[]) =>
    filters.find((one) => one.key === key && operators.includes(one.operator ?? ''))?.value;
  const page = new URLSearchParams();
  const pattern = filterOf('$current_url', ['regex']);
  const exact = filterOf('$current_url', ['exact']);
  if (pattern !== undefined) page.set('url_pattern', String(pattern));
  else if (exact !== undefined) page.set('url_exact', String(exact));
  const pages = pageFilter(page);
  if (pages === null) return { problem: 'Invalid regular expression.' };
  const range = {
    pages,
    widthMin: Number(filterOf('$viewport_width', ['gte']) ?? 0),
    widthMax: Number(filterOf('$viewport_width', ['lt']) ?? Number.POSITIVE_INFINITY) - 1,
    oldest,
    newest: Math.max(0, newest),
  };
  const rows = clicks === null ? [] : clickedElements(clicks, selectEvents(clicks, range, type));
  const offset = Number(params.get('offset') ?? 0);
  const limit = Number(params.get('limit') ?? 250);
  const next = new URL(url.pathname + url.search, 'http://double');
  next.searchParams.set('offset', String(offset + limit));
  return {
    results: rows.slice(offset, offset + limit).map(({ elements, count }) => ({
      count,
      hash: null,
      type: params.get('include'),
      elements,
    })),
    // A path alone: behind a proxy, PostHog does not know its own address either.
    next: rows.length > offset + limit ? next.pathname + next.search : null,
    previous: null,
  };
}

/**
 * Elements of the plan that were clicked, where the plan's selector tells as much as autocapture would:
 * an id, one class, or a place in something with an id.
 */
export function clickedElements(clicks: Clicks, rows: readonly number[]) {
  const { table, plan } = clicks;
  const clusterOf = (row: number) =>
    plan.groups[table.group[row] ?? 0]?.clusters[table.cluster[row] ?? 0];
  const isTold = (row: number): boolean => {
    const cluster = clusterOf(row);
    return cluster?.kind === 'box' && TOLD.test(cluster.name);
  };
  const onElements = rows.filter(isTold);
  return countBy(clicks, onElements, (row) => clusterOf(row)?.name ?? '').map(
    ({ key, count, people }) => ({ elements: elementsOf(key), count, people }),
  );
}

const TOLD = /^(?:#[\w-]+|\.[\w-]+|#[\w-]+ a:nth-child\(\d+\))$/;

/** What autocapture would tell of the elements that a selector of the plan names, innermost first. */
function elementsOf(selector: string): StatElement[] {
  const parts = selector
    .replace(/:not\([^)]*\)/g, '')
    .split(/[\s>]+/)
    .reverse();
  return parts.map((part, order) => ({
    text: `Text of ${part}`,
    tag_name: /^[a-z][a-z0-9-]*/.exec(part)?.[0] ?? '',
    attr_class: [...part.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name),
    attr_id: /#([\w-]+)/.exec(part)?.[1] ?? null,
    href: null,
    nth_child: Number(/:nth-child\((\d+)\)/.exec(part)?.[1] ?? 0),
    nth_of_type: Number(/:nth-child\((\d+)\)/.exec(part)?.[1] ?? 0),
    attributes: {},
    order,
  }));
}
