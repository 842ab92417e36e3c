import type { Cells } from '../../heatmap/cells';
import type { GivenBy, MapKind } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import {
  type Allowed,
  type AskedFor,
  createGuardedAnswers,
  type GuardPorts,
} from './guarded-answers';
import { heatAsBefore, type KeptHeat, placesOf, withoutPlaces } from './places-of';

/** What was asked of a source. */
export interface AskedOfSource extends AskedFor {
  readonly config: SourceConfig;
  readonly map: MapKind;
  readonly by: GivenBy;
  readonly k: number;
}

export interface Told {
  readonly heat: KeptHeat;
  /** Share of the given counts that were left out, 0 to 1: of those given before, where that is shown. */
  readonly suppressed: number;
  /** Not null: what was shown to the same question before. */
  readonly before: {
    /** When the source was asked then, ms. */
    readonly asOf: number;
    readonly viewportWidth: number;
    /** Share of all clicks that was not shown then, 0 to 1; null: how many there were is not known. */
    readonly dropped: number | null;
  } | null;
}

/**
 * Has a live source's map go through the guard, and remembers it, before anybody sees it: those of one
 * set of data and kind of map are compared. Rejects as `createGuardedAnswers` does.
 */
export function createDiscloser(ports: GuardPorts) {
  const { allow } = createGuardedAnswers(ports);

  /**
   * @param total - All clicks of the page, dropped ones too; null: not known. Of a map of bands the people
   *   who saw the page, whom it tells, so they are always known.
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
    const { config, map, by, k } = asked;
    return toldOf(await allow(config, [map, by], asked, answer, k), heat);
  }

  return { disclose };
}

async function toldOf(told: Allowed, heat: KeptHeat): Promise<Told> {
  if (told.kind === 'shown') {
    const { hidden, suppressed } = told;
    const left = hidden ? await withoutPlaces(heat, hidden) : heat;
    return { heat: left, suppressed, before: null };
  }
  const { answer, places, torn, suppressed } = told;
  const { total, question, viewportWidth } = answer;
  // People of bands are no clicks of which a part could be left out.
  const clicks = heat.form === 'bands' ? null : total;
  return {
    heat: heatAsBefore(heat, places, total, torn),
    suppressed,
    before: {
      asOf: question.askedAt,
      viewportWidth,
      dropped: clicks === null ? null : notShownOf(clicks, places.cells),
    },
  };
}

function notShownOf(total: number, { count }: Cells): number {
  const shown = count.reduce((sum, clicks) => sum + clicks, 0);
  return total > shown ? 1 - shown / total : 0;
}
