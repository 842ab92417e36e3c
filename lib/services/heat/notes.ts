import { type Message, message } from '../../core/message';
import type { MapSummary, Provenance } from '../../protocol/heat';
import { type HeatFilters, NO_FILTERS } from '../../protocol/heat-kinds';
import { redactUrl } from '../../report/redact-url';
import { matchesPattern } from '../../sources/page-pattern';
import type { Asked } from './ports';

/** What a reader of the picture must know beside it. */
export function notesFor(
  { provenance }: MapSummary,
  { url, viewportWidth }: Asked,
  reason: Message | null,
): Message[] {
  const notes: Message[] = provenance.kind === 'file' ? ofOtherPage(provenance, url) : [];
  if (provenance.kind === 'sample') notes.push(message('heat.note.sample'));
  if (reason !== null) notes.push(message('heat.note.savedCopy'), reason);
  if (provenance.unusable) notes.push(message('source.note.unusable', provenance.unusable));
  if (provenance.truncated) notes.push(message('heat.note.truncated'));
  if (provenance.unit === 'sessions') notes.push(message('heat.note.sessions'));
  if (provenance.unit === 'clicks') notes.push(message('heat.note.clicks'));
  if (Math.abs(provenance.viewportWidth - viewportWidth) > 1) {
    notes.push(message('heat.note.otherWidth', provenance.viewportWidth, viewportWidth));
  }
  return [...notes, ...provenance.remarks];
}

/**
 * A file is shown on the page that it is opened on. Of another path, that is another page; of the same
 * path elsewhere, it is production's heat on staging as a rule. What stands after `?` is not kept.
 */
function ofOtherPage({ page, filters }: Provenance, url: string): Message[] {
  const shown = redactUrl(url);
  if (!URL.canParse(page) || !URL.canParse(shown)) return [];
  const [of, on] = [new URL(page), new URL(shown)];
  const isOfTemplate = filters.pattern !== null && matchesPattern(url, filters.pattern);
  if (withoutSlash(of.pathname) !== withoutSlash(on.pathname) && !isOfTemplate) {
    return [message('heat.note.fileOfOtherPage', page, shown)];
  }
  if (of.origin !== on.origin) return [message('heat.note.fileOfOtherSite', page, shown)];
  return [];
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');

/** Whether a map has anything to show, whatever its form. */
export const hasHeat = ({ cells, bands }: MapSummary): boolean =>
  cells > 0 || (bands?.bands.length ?? 0) > 0;

/**
 * Why a map that was read has nothing to show. Of a segment it is never said that nobody clicked: beside
 * the answer that too few did, that would tell whether somebody in particular was there.
 */
export function whyEmpty({ dropped, k, provenance, bands }: MapSummary): Message {
  if (isFiltered(provenance.filters)) return message('error.heat.segmentTooSmall', k);
  if (dropped > 0 && bands !== null) return message('heat.reason.fewPeople', k);
  if (dropped > 0) return message('heat.reason.allUnderK', k);
  // What the source left out before it answered, nobody here can tell from nothing.
  if (provenance.anonymisedAt === 'source') {
    const id = bands === null ? 'heat.reason.leftOutAtSource' : 'heat.reason.fewAtSource';
    return message(id, k, provenance.from, provenance.to);
  }
  return message('heat.reason.noClicks', provenance.from, provenance.to);
}

const isFiltered = (filters: HeatFilters): boolean =>
  JSON.stringify(Object.entries(filters).sort()) !==
  JSON.stringify(Object.entries(NO_FILTERS).sort());
