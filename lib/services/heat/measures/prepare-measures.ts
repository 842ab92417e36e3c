import { type Message, message } from '../../../core/message';
import { roundMeasures } from '../../../heatmap/measures/anonymise-measures';
import type { GivenMeasures } from '../../../heatmap/measures/contract';
import {
  byPeople,
  isTold,
  type KeptElement,
  type KeptMeasures,
  keepMeasures,
} from '../../../heatmap/measures/keep-measures';
import { MAX_MEASURED, type Measures } from '../../../protocol/measures';
import { redactText } from '../../../report/redact-text';

type Origin = Pick<Measures, 'sourceId' | 'sourceName' | 'page' | 'from' | 'to'>;

/** What may be shown beside what was shown before, and what a person must know of it. */
export interface ToldMeasures {
  readonly kept: KeptMeasures;
  readonly notes: readonly Message[];
}

/**
 * Makes measures fit to be kept and shown, wherever they come from: k, no more than is read, and rounding.
 * Of what k people stand behind, `disclose` says what may be shown, where the source is a live one.
 */
export async function prepareMeasures(
  given: GivenMeasures,
  origin: Origin,
  k: number,
  disclose: (kept: KeptMeasures) => Promise<ToldMeasures> = async (kept) => ({ kept, notes: [] }),
): Promise<Measures> {
  const sorted = { ...given, elements: [...given.elements].sort(byPeople) };
  const all = keepMeasures(sorted, k);
  const shown = all.elements.filter(isTold);
  const room = withinRoom(shown);
  const hidden = all.elements.filter((each) => !isTold(each));
  // Those of which nothing is left are counted, and named nowhere.
  const told = await disclose({ base: all.base, elements: room });
  const { base, elements, withheld } = roundMeasures({
    base: told.kept.base,
    elements: [...told.kept.elements, ...hidden],
  });
  const cut = room.length < shown.length;
  return {
    ...origin,
    unit: given.unit,
    goal: given.goal === null ? null : redactText(given.goal).slice(0, 200),
    k,
    base,
    withheld,
    elements: elements.map(({ selectors, figures }) => ({ selectors: [...selectors], figures })),
    notes: [
      ...told.notes,
      ...given.notes,
      ...(cut ? [message('measures.note.cut', room.length, shown.length)] : []),
    ].slice(0, MOST_NOTES),
  };
}

const MOST_NOTES = 10;

function withinRoom(elements: readonly KeptElement[]): readonly KeptElement[] {
  let room = MOST_TEXT;
  return elements.slice(0, MAX_MEASURED).filter(({ selectors }) => {
    room -= selectors.join('').length;
    return room >= 0;
  });
}

/** Characters of selectors: session storage holds 10 MB for all tabs together. */
const MOST_TEXT = 500_000;
