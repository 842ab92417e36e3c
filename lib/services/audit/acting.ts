import { sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import type { AuditState } from '../../protocol/audit';

interface Listener {
  readonly show: (state: AuditState) => void;
  readonly onError: (error: Message | null) => void;
}

/** Does what the panel wishes of an audit, and shows what came of it beside what is told anyway. */
export function createActing({ show, onError }: Listener) {
  /** Changes of the state that were told so far. */
  let told = 0;
  return {
    onTold: (state: AuditState): void => {
      told += 1;
      show(state);
    },
    /** Whether it was done; if not, the listener is told why. */
    act: async (work: () => Promise<AuditState>): Promise<boolean> => {
      onError(null);
      const before = told;
      try {
        const state = await work();
        // What was told meanwhile is at least as new as this answer.
        if (told === before) show(state);
        return true;
      } catch (cause) {
        onError(sentenceOf(cause));
        return false;
      }
    },
  };
}
