import type { MeasuresState } from '../../../lib/protocol/measures';

export interface MeasuresProps {
  /** Null until the first answer. */
  readonly state: MeasuresState | null;
  /** Asks the source; an event's name, a path that begins with `/`, or nothing. */
  readonly onAsk: (goal: string) => void;
  /** Takes what was read or asked away again. */
  readonly onClear: () => void;
}
