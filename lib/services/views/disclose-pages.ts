import { type Message, message } from '../../core/message';
import { emptyCells } from '../../heatmap/cells';
import type { Places } from '../../heatmap/privacy/places';
import type { PagesQuery, SourceConfig } from '../../protocol/sources';
import type { PageList } from '../../sources/contract';
import { minuteOf } from '../heat/days';
import { numberOf } from '../heat/fnv';
import type { AskedFor, GuardedAnswers } from '../heat/guarded-answers';

export interface ToldPages extends PageList {
  /** What a person must know of it. */
  readonly notes: readonly Message[];
}

/**
 * Has a live source's list of pages go through the guard, and remembers it, before anybody sees it: a page
 * with its people is compared with the same page in every list that was shown of the same data.
 *
 * Rejects as `createGuardedAnswers` does.
 *
 * @param list - Pages that k people were counted on.
 * @param who - Whose visits it counts (`whoIsCounted`).
 */
export async function disclosePages(
  config: SourceConfig,
  query: PagesQuery,
  who: Pick<AskedFor, 'band' | 'filters'>,
  list: PageList,
  { allow }: GuardedAnswers,
): Promise<ToldPages> {
  const { pages, total } = list;
  // Of no page there is nothing that could be subtracted.
  if (pages.length === 0) return { ...list, notes: [] };
  const { map, by, k, from, to } = query;
  const places = placesOfPages(pages);
  const answer = { viewportWidth: 1, places, total: null, counted: 'clicks' } as const;
  const asked = { page: null, from, to, ...who };
  const told = await allow(config, ['pages', map, by], asked, answer, k);
  if (told.kind === 'before') {
    const shown = pagesAsBefore(pages, told.places);
    const notes = [message('heat.note.shownBefore', minuteOf(told.answer.question.askedAt))];
    return { ...list, pages: shown, total: shown.length + total - pages.length, notes };
  }
  const shown = pages.filter((_, row) => told.hidden?.[row] !== 1);
  const hidden = pages.length - shown.length;
  const notes = hidden > 0 ? [message('heat.pages.leftOut', hidden, k)] : [];
  return { ...list, pages: shown, total: total - hidden, notes };
}

/** A page as the box of an element: its people as a square in it. */
function placesOfPages(pages: PageList['pages']): Places {
  const cells = emptyCells(pages.length);
  cells.size.fill(1);
  pages.forEach(({ people }, i) => {
    cells.count[i] = people;
    cells.people[i] = people;
  });
  return { cells, anchors: Float64Array.from(pages, ({ page }) => numberOf(page)) };
}

/** Addresses are not remembered: those that the new list has no name for are left out. */
function pagesAsBefore(pages: PageList['pages'], { cells, anchors }: Places): PageList['pages'] {
  const known = new Map(anchors && Array.from(anchors, (name, i) => [name, i]));
  return pages
    .flatMap(({ page }) => {
      const row = known.get(numberOf(page));
      return row === undefined ? [] : [{ page, people: cells.people[row] ?? 0 }];
    })
    .toSorted((a, b) => b.people - a.people);
}
