import type { RecorderState } from '../../protocol/recorders';
import { assumeRecorder } from '../../recorders/index';
import { hasSeveralSetups } from '../../recorders/setups';

interface JudgedBy {
  readonly recorders: RecorderState[];
  /** Judged by others than those on the page, or by two of which one alone can run: it clears nothing. */
  readonly hypothetical: boolean;
  /** Nobody chose and the page has none. */
  readonly standIn: boolean;
}

/**
 * What a person wants to know comes first: setups that are assumed stand in for those on the page. A
 * page without a recorder is judged for PostHog's defaults, until somebody chooses another.
 */
export function judgedBy(
  assumed: readonly RecorderState[],
  onPage: readonly RecorderState[],
): JudgedBy {
  const chosen = assumed.flatMap((state) => asOnPage(state, onPage));
  if (chosen.length > 0) {
    const hypothetical = onPage.length > 0 || hasSeveralSetups(chosen);
    return { recorders: chosen, hypothetical, standIn: false };
  }
  return {
    recorders: onPage.length > 0 ? [...onPage] : [assumeRecorder('posthog')],
    hypothetical: false,
    standIn: onPage.length === 0,
  };
}

/**
 * What was chosen as it runs is taken as it runs now, and left out where it does not. A recorder that
 * is on the page is predicted for in the version that is there, whatever its options.
 */
function asOnPage(state: RecorderState, onPage: readonly RecorderState[]): RecorderState[] {
  const there = onPage.find(({ id }) => id === state.id);
  if (state.detected)
    return there ? [{ ...there, ...(state.setup && { setup: state.setup }) }] : [];
  return [{ ...state, version: there?.version ?? state.version }];
}
