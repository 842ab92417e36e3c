import type { GivenBy, MapKind } from '../../protocol/heat-kinds';
import {
  type Allowed,
  type AskedFor,
  createGuardedAnswers,
  type GuardPorts,
} from './guarded-answers';
import { heatAsBefore, type KeptHeat, placesOf, withoutPlaces } from './places-of';

/** What was asked of a source. */
export interface AskedOfSource extends AskedFor {
  readonly sourceId: string;
  readonly map: MapKind;
  readonly by: GivenBy;
  readonly k: number;
}

export interface Told {
  readonly heat: KeptHeat;
  /** Share of the given counts that were left out, 0 to 1. */
  readonly suppressed: number;
  /** Not null: what was shown to the same question before. */
  readonly before: {
    /** When the source was asked then, ms. */
    readonly asOf: number;
    readonly viewportWidth: number;
    /** Share of all clicks that was not shown then, 0 to 1. */
    readonly dropped: number;
  } | null;
}

/**
 * Has a live source's map go through the guard, and remembers it, before anybody sees it: those of one
 * source and kind of map are compared. Rejects as `createGuardedAnswers` does.
 */
export function createDiscloser(ports: GuardPorts) {
  const { allow } = createGuardedAnswers(ports);

  /**
   * @param total - All clicks of the page, or people of a map of bands, dropped ones too; null: not known.
   */
  async function disclose(
    asked: AskedOfSource,
    heat: KeptHeat,
    viewportWidth: number,
    total: number | null,
  ): Promise<Told> {
    const isBands = heat.form === 'bands';
    const answer = {
      // How deep a band lies has nothing to do with the width.
      viewportWidth: isBands || heat.form === 'anchored' ? 1 : viewportWidth,
      places: placesOf(heat),
      total,
      counted: isBands && heat.bands.measure === 'seconds' ? 'seconds' : 'clicks',
      isStepped: isBands && heat.bands.measure === 'reached',
    } as const;
    const { sourceId, map, by, k } = asked;
    return toldOf(await allow([sourceId, map, by], asked, answer, k), heat);
  }

  return { disclose };
}

function toldOf(told: Allowed, heat: KeptHeat): Told {
  if (told.kind === 'shown') {
    const { hidden, suppressed } = told;
    return { heat: hidden ? withoutPlaces(heat, hidden) : heat, suppressed, before: null };
  }
  const { total, question, viewportWidth } = told.answer;
  const shown = told.places.cells.count.reduce((sum, count) => sum + count, 0);
  return {
    heat: heatAsBefore(heat, told.places, total ?? 0),
    suppressed: 0,
    before: {
      asOf: question.askedAt,
      viewportWidth,
      dropped: total !== null && total > shown ? 1 - shown / total : 0,
    },
  };
}
