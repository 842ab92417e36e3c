import { message } from '../../../core/message';
import { anonymiseMeasures, byPeople } from '../../../heatmap/measures/anonymise-measures';
import type { GivenMeasures } from '../../../heatmap/measures/contract';
import { MAX_MEASURED, type Measures } from '../../../protocol/measures';
import { redactText } from '../../../report/redact-text';

type Origin = Pick<Measures, 'sourceId' | 'sourceName' | 'page' | 'from' | 'to'>;

/** Makes measures fit to be kept and shown, wherever they come from: k, rounding, and no more than is read. */
export function prepareMeasures(given: GivenMeasures, origin: Origin, k: number): Measures {
  const sorted = { ...given, elements: [...given.elements].sort(byPeople) };
  const { base, elements, withheld } = anonymiseMeasures(sorted, k);
  const kept = withinRoom(elements);
  const cut = kept.length < elements.length;
  return {
    ...origin,
    unit: given.unit,
    goal: given.goal === null ? null : redactText(given.goal).slice(0, 200),
    k,
    base,
    withheld,
    elements: kept.map(({ selectors, figures }) => ({ selectors: [...selectors], figures })),
    notes: [
      ...given.notes,
      ...(cut ? [message('measures.note.cut', kept.length, elements.length)] : []),
    ],
  };
}

type Elements = ReturnType<typeof anonymiseMeasures>['elements'];

function withinRoom(elements: Elements): Elements {
  let room = MOST_TEXT;
  return elements.slice(0, MAX_MEASURED).filter(({ selectors }) => {
    room -= selectors.join('').length;
    return room >= 0;
  });
}

/** Characters of selectors: session storage holds 10 MB for all tabs together. */
const MOST_TEXT = 500_000;
