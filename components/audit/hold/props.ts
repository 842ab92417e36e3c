import type { HoldState } from '../../../lib/protocol/hold';

export interface HoldProps {
  /** Null until the first answer. */
  readonly hold: HoldState | null;
  /** Asks the browser for the addresses, then holds; `whole`: every recorder that is known. */
  readonly onHold: (whole: boolean) => void;
  readonly onRelease: () => void;
}
