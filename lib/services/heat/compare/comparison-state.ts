import { sha256Hex } from '../../../core/sha256';
import type { MapSummary } from '../../../protocol/heat';
import type { HeatComparison } from '../../../protocol/heat-comparison';
import { chosenData } from '../choose-settings';
import type { QuestionB } from './question-b';

/** A comparison whose other side is not there yet; `question`: what is asked for it, null where nothing is. */
export function begin(
  a: MapSummary,
  what: HeatComparison['with'],
  question: QuestionB | null,
): HeatComparison {
  return {
    status: 'loading',
    with: what,
    id: '',
    a: a.mapId,
    // A may stay what it is (a snapshot, a file) while another B is asked for, at another width.
    edition: `${editionOf(a)} ${digestOf(question)}`,
    b: null,
    reason: null,
    notes: [],
    isTested: false,
    places: null,
    bands: null,
    most: 0,
    tiles: [],
    elements: null,
  };
}

/** Whether it is answered already. What was refused or has failed is asked again. */
export const isSameQuestion = (before: HeatComparison, begun: HeatComparison): boolean =>
  before.status === 'shown' &&
  before.edition === begun.edition &&
  JSON.stringify(before.with) === JSON.stringify(begun.with);

/** The same two answers have the same difference. */
export const idOf = (a: MapSummary, b: MapSummary): string =>
  PREFIX + sha256Hex(`${editionOf(a)}\n${editionOf(b)}`).slice(0, 32);

export const isComparisonId = (mapId: string): boolean => mapId.startsWith(PREFIX);

const PREFIX = 'compare_';

/** A map keeps its id for a day; its answer may be fetched again, or held to a higher k. */
const editionOf = ({ mapId, k, provenance }: MapSummary): string =>
  [mapId, provenance.fetchedAt, k].join(' ');

function digestOf(question: QuestionB | null): string {
  if (question === null) return '';
  const { url, viewportWidth, pageHeight, settings, back } = question;
  const asked = [url, viewportWidth, pageHeight, back, chosenData(settings)];
  return sha256Hex(JSON.stringify(asked)).slice(0, 32);
}
