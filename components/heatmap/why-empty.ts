import type { HeatState } from '../../lib/protocol/heat';

/** Why there is no heat to see. Each is a screen of its own with a next step of its own. */
export type EmptyKind =
  | 'off'
  | 'loading'
  | 'noSource'
  | 'noPermission'
  | 'locked'
  | 'filteredOut'
  | 'segmentTooSmall'
  | 'tooSimilar'
  | 'tooMany'
  | 'leftOut'
  | 'noData'
  | 'failed';

/** Null: there is heat. */
export function emptyKind(state: HeatState | null): EmptyKind | null {
  if (state === null) return 'loading';
  const cause: string = state.reason?.id ?? '';
  if (NO_PERMISSION.has(cause)) return 'noPermission';
  if (cause.startsWith('error.policy.')) return 'locked';
  if (NO_SOURCE.has(cause)) return 'noSource';
  const refused = REFUSED[cause];
  if (refused !== undefined) return refused;
  if (state.status === 'off') return 'off';
  if (state.status === 'failed') return 'failed';
  if (state.status === 'loading') return state.summary === null ? 'loading' : null;
  if (state.status === 'shown') return null;
  if ((state.summary?.dropped ?? 0) > 0) return 'filteredOut';
  return LEFT_OUT.has(cause) ? 'leftOut' : 'noData';
}

const NO_SOURCE = new Set(['error.source.notConfigured', 'heat.reason.noSourceForPage']);
/** The source leaves out what few people stand behind, and sent nothing. */
const LEFT_OUT = new Set(['heat.reason.leftOutAtSource', 'heat.reason.fewAtSource']);
const NO_PERMISSION = new Set(['error.source.noPermission', 'error.page.noGrant']);

/** What the guard over answers says (`lib/heatmap/privacy`). */
const REFUSED: Readonly<Record<string, EmptyKind>> = {
  'error.heat.segmentTooSmall': 'segmentTooSmall',
  'error.heat.tooSimilar': 'tooSimilar',
  'error.heat.tooMany': 'tooMany',
};

/** What only the workspace can mend: keys, addresses and projects, snapshots. */
const MENDED_IN_WORKSPACE = new Set([
  'error.source.unauthorized',
  'error.source.forbidden',
  'error.source.noScope',
  'error.source.otherProject',
  'error.source.notFound',
  'error.source.redirected',
  'error.source.notJson',
  'error.source.badKey',
  'error.heat.memoryDamaged',
  'error.heat.notRemembered',
  'error.vault.noSecret',
  'error.vault.unreadable',
]);

export const isMendedInWorkspace = (state: HeatState | null): boolean =>
  MENDED_IN_WORKSPACE.has(state?.reason?.id ?? '');
