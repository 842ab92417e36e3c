import { type Message, message } from '../../../core/message';
import type { CompareWith } from '../../../protocol/compare';
import type { HeatSettings, HeatState, MapSummary } from '../../../protocol/heat';
import type { HeatFilters } from '../../../protocol/heat-kinds';
import type { Asked } from '../ports';

/** What to ask for, to get map B; as the keeper's `find` takes it. */
export interface QuestionB extends Asked {
  readonly settings: HeatSettings;
  /** Days that its period ends before the last whole day. */
  readonly back?: number;
}

/** What is asked for B, or why nothing is. */
export type AskedForB = QuestionB | { readonly refused: Message };

interface Given {
  readonly asked: Asked;
  readonly settings: HeatSettings;
  /** What is shown. */
  readonly a: MapSummary;
  readonly sources: HeatState['sources'];
}

/**
 * The question that differs from A's in what `what` says and in nothing else; or why there is none, and
 * what to do.
 */
export function questionForB(what: CompareWith, { asked, settings, a, sources }: Given): AskedForB {
  const { sourceId, kind, filters } = a.provenance;
  const by = a.anchors > 0 ? ('element' as const) : settings.by;
  const same: HeatSettings = { ...settings, sourceId, map: a.map, by, compare: null };
  const filtered = (part: Partial<HeatFilters>): QuestionB => ({
    ...asked,
    settings: { ...same, filters: { ...settings.filters, ...part } },
  });
  if (kind === 'sample') return refuse('sample');
  if (what.kind === 'map') {
    if (what.id === sourceId) return refuse('same');
    if (!sources.some(({ id }) => id === what.id)) return refuse('gone');
    return { ...asked, settings: { ...same, sourceId: what.id } };
  }
  if (kind === 'file' || kind === 'snapshot') return refuse('fixed');
  switch (what.kind) {
    case 'before':
      return { ...asked, settings: same, back: settings.days };
    case 'device':
      return filtered({ device: what.device });
    case 'cohorts':
      return filtered({ cohorts: what.cohorts });
    case 'segment':
      return filtered({ segment: what.segment });
    case 'parameter': {
      if (filters.pattern !== null) return refuse('pattern');
      const url = new URL(asked.url);
      url.searchParams.set(what.name, what.value);
      // Another way to write the same address is no other page.
      const [before, after] = [new URL(asked.url).searchParams, url.searchParams].map(String);
      if (before === after) return refuse('sameParameter', what.name, what.value);
      return { ...asked, url: url.href, settings: same };
    }
    case 'page':
      return otherPage(what.page, { asked, same, page: a.provenance.page });
  }
}

function otherPage(
  typed: string,
  { asked, same, page }: { asked: Asked; same: HeatSettings; page: string },
): AskedForB {
  if (!URL.canParse(typed, asked.url)) return refuse('address');
  const url = new URL(typed, asked.url);
  const shown = new URL(asked.url).origin;
  const known = new URL(page).origin;
  // A source must never learn the addresses of other sites.
  if (url.origin !== shown && url.origin !== known) return refuse('origin');
  const path = url.pathname + url.search;
  const isPattern = path.includes('*');
  const filters = { ...same.filters, pattern: isPattern ? known + path : null };
  const address = shown + path.replaceAll('*', '');
  if (!isPattern && same.filters.pattern === null && address === withoutHash(asked.url)) {
    return refuse('same');
  }
  return { ...asked, url: address, settings: { ...same, filters } };
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

type Refusal =
  | 'sample'
  | 'same'
  | 'gone'
  | 'fixed'
  | 'pattern'
  | 'sameParameter'
  | 'address'
  | 'origin';

const refuse = (why: Refusal, ...params: string[]): { readonly refused: Message } => ({
  refused: message(`heat.compare.refused.${why}`, ...params),
});
