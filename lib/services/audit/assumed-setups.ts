import type { Translate } from '../../core/message';
import type { RecorderId, RecorderState } from '../../protocol/recorders';
import { assumeRecorder } from '../../recorders/index';

/** One option set of a recorder to predict for, as the panel asks for it. */
export interface Assumed {
  readonly id: RecorderId;
  /** The vendor's own init options; `running`: those on the page, null: its documented defaults. */
  readonly options: Readonly<Record<string, unknown>> | 'running' | null;
}

/**
 * Setups from option sets. Where a recorder has several, each gets an id and a name of its own: the
 * first goes by the recorder's id, so that what is known of the recorder stays known of it.
 */
export function setupsOf(
  assumed: readonly Assumed[],
  onPage: readonly RecorderState[],
  translate: Translate,
): RecorderState[] {
  return assumed.flatMap((set): RecorderState[] => {
    const state = stateOf(set, onPage);
    const sets = assumed.filter(({ id }) => id === set.id);
    if (!state || sets.length < 2) return state ? [state] : [];
    const place = sets.indexOf(set) + 1;
    const label =
      set.options === 'running'
        ? translate('audit.setup.running')
        : translate('audit.setup.set', [place]);
    return [{ ...state, setup: { id: place === 1 ? set.id : `${set.id}.${place}`, label } }];
  });
}

function stateOf({ id, options }: Assumed, onPage: readonly RecorderState[]): RecorderState | null {
  if (options !== 'running') return assumeRecorder(id, options ?? undefined);
  return onPage.find((state) => state.id === id) ?? null;
}
