import type { Translate } from '../../../lib/core/message';
import type { CompareWith } from '../../../lib/protocol/compare';
import type { HeatState } from '../../../lib/protocol/heat';
import type { Option } from '../../ui/Select';
import { abilitiesOf, sourceIdOf } from '../chosen-source';
import { sourceLabel } from '../source-label';

/** Kinds of B that are asked of the source; those of `map:` are at hand already. */
export type CompareKind = Exclude<CompareWith['kind'], 'map'>;

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

const kindLabel = (kind: CompareKind, { settings }: HeatState, t: Translate): string =>
  kind === 'before'
    ? t('ui.heat.compare.kind.before', [settings.days])
    : t(`ui.heat.compare.kind.${kind}`);

/** What is set, as the list names it. */
export const choiceOf = (what: CompareWith | null): CompareChoice =>
  what === null ? 'nothing' : what.kind === 'map' ? `map:${what.id}` : what.kind;

/** B in a few words: the cohort, the variant, the page. */
export function compareLabel(what: CompareWith, state: HeatState, t: Translate): string {
  switch (what.kind) {
    case 'device':
      return t(`ui.heat.filters.devices.${what.device}`);
    case 'cohorts':
      return `${t('ui.heat.filters.cohorts')} ${what.cohorts.join(', ')}`;
    case 'segment':
      return what.segment;
    case 'parameter':
      return `${what.name}=${what.value}`;
    case 'page':
      return what.page;
    case 'map': {
      const source = state.sources.find(({ id }) => id === what.id);
      return source === undefined ? what.id : sourceLabel(source, t);
    }
    case 'before':
      return kindLabel('before', state, t);
  }
}

/** What needs no more to be said: it is compared at once. Null: something has to be filled in. */
export function withoutFields(choice: CompareChoice): CompareWith | null {
  if (choice.startsWith('map:')) return { kind: 'map', id: choice.slice('map:'.length) };
  return choice === 'before' ? { kind: 'before' } : null;
}
