import type { Translate } from '../../../lib/core/message';
import type { CompareWith } from '../../../lib/protocol/compare';
import type { HeatState } from '../../../lib/protocol/heat';
import { type CompareKind, kindLabel } from '../../../lib/report/compare-label';
import { sourceLabel } from '../../../lib/report/source-label';
import type { Option } from '../../ui/Select';
import { abilitiesOf, sourceIdOf } from '../chosen-source';

export type CompareChoice = 'nothing' | CompareKind | `map:${string}`;

/** What B may be: only what the source of A can be asked for, and other maps of this page. */
export function compareOptions(state: HeatState, t: Translate): Option<CompareChoice>[] {
  const set = state.settings.compare?.with.kind ?? 'map';
  // What is set stays in the list, though the source of now cannot be asked for it.
  const known = new Set([...kindsOf(state), ...(set === 'map' ? [] : [set])]);
  const kinds = [...known].map((kind) => ({
    value: kind,
    label: kindLabel(kind, state, t),
    hint: t(`ui.heat.compare.hint.${kind}`),
  }));
  const current = sourceIdOf(state);
  const maps = state.sources
    .filter(({ id, kind }) => id !== current && kind !== 'sample')
    .map((source) => ({
      value: `map:${source.id}` as const,
      label: sourceLabel(source, t),
      hint: t('ui.heat.compare.hint.map'),
    }));
  return [{ value: 'nothing', label: t('ui.heat.compare.nothing') }, ...kinds, ...maps];
}

function kindsOf(state: HeatState): CompareKind[] {
  const abilities = abilitiesOf(state);
  if (abilities === null) return [];
  const filtered = (['device', 'cohorts', 'segment'] as const).filter((kind) =>
    abilities.filters.includes(kind),
  );
  return ['before', ...filtered, 'parameter', 'page'];
}

/** What is set, as the list names it. */
export const choiceOf = (what: CompareWith | null): CompareChoice =>
  what === null ? 'nothing' : what.kind === 'map' ? `map:${what.id}` : what.kind;

/** What needs no more to be said: it is compared at once. Null: something has to be filled in. */
export function withoutFields(choice: CompareChoice): CompareWith | null {
  if (choice.startsWith('map:')) return { kind: 'map', id: choice.slice('map:'.length) };
  return choice === 'before' ? { kind: 'before' } : null;
}
