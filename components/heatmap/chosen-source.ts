import type { HeatState, SourceAbilities } from '../../lib/protocol/heat';

/** Id of the source whose heat is shown, or would be. */
export function sourceIdOf({ summary, settings, sources }: HeatState): string | null {
  return summary?.provenance.sourceId ?? settings.sourceId ?? sources[0]?.id ?? null;
}

/** What the source can be asked; null: nothing is asked of it (a file), or there is none. */
export function abilitiesOf(state: HeatState): SourceAbilities | null {
  const id = sourceIdOf(state);
  return state.sources.find((source) => source.id === id)?.abilities ?? null;
}
