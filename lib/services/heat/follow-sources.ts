import type { HeatSettings, HeatState } from '../../protocol/heat';
import type { SourceChoice } from './choose-source';
import type { MapKeeper } from './map-keeper';
import type { HeatPorts } from './ports';

interface Following {
  readonly ports: Pick<HeatPorts, 'asked' | 'tabs'>;
  readonly keeper: Pick<MapKeeper, 'offerOf'>;
  read(tabId: number): Promise<HeatState>;
  change(tabId: number, part: Partial<HeatState>): Promise<HeatState>;
  set(tabId: number, part: Pick<HeatSettings, 'sourceId'>): Promise<unknown>;
  reload(tabId: number): Promise<unknown>;
}

/**
 * Sources were saved, allowed or removed. Every tab with heat on lists anew what there is to choose; only
 * where nothing stands that somebody chose, or what stood is gone, is the data asked for that a press of
 * the button would give. One tab after the other, so that a source is not asked for all of them at once.
 */
export function createFollowing({ ports, keeper, read, change, set, reload }: Following) {
  async function follow(tabId: number, ids: readonly string[]): Promise<void> {
    const before = await read(tabId);
    const asked = await ports.asked.read(tabId);
    // An overlay that has not asked yet will be answered with the sources of then.
    if (!before.on || asked === null) return;
    const settings = isLastResort(before)
      ? { ...before.settings, sourceId: null }
      : before.settings;
    const { sources, choice } = await keeper.offerOf(tabId, { ...asked, settings });
    await change(tabId, { sources });
    if (!isToBeAsked(before, { sources, choice, ids })) return;
    if (settings.sourceId !== before.settings.sourceId) await set(tabId, { sourceId: null });
    else await reload(tabId);
  }

  return async (ids: readonly string[]): Promise<void> => {
    for (const tabId of await ports.tabs()) await follow(tabId, ids);
  };
}

interface Offered {
  readonly sources: HeatState['sources'];
  readonly choice: SourceChoice;
  readonly ids: readonly string[];
}

function isToBeAsked(before: HeatState, { sources, choice, ids }: Offered): boolean {
  const shown = before.status === 'shown' ? (before.summary?.provenance ?? null) : null;
  const isChanged = choice.kind === 'source' && ids.includes(choice.config.id);
  if (shown === null) return isChanged || hasLost(before.sources, sources, ids);
  if (!sources.some(({ id }) => id === shown.sourceId)) return true;
  if (shown.kind === 'sample') return choice.kind === 'source';
  return isChanged && choice.config.id === shown.sourceId;
}

/** Whether one of these could be chosen before, and cannot be any more. */
const hasLost = (
  before: HeatState['sources'],
  now: HeatState['sources'],
  ids: readonly string[],
): boolean => before.some(({ id }) => ids.includes(id)) && !now.some(({ id }) => ids.includes(id));

/** Sample data that was chosen where there was nothing else to choose. */
const isLastResort = ({ settings, sources }: HeatState): boolean =>
  settings.sourceId === 'sample' && sources.every(({ kind }) => kind === 'sample');
