import { sentenceOf } from '../../../core/errors';
import { randomId } from '../../../core/ids';
import type { Message } from '../../../core/message';
import { watchTab } from '../../../platform/session';
import type { MessageName, Request, Response } from '../../../protocol/messages';
import { type Pin, PinsSchema, type PlacedPin } from '../../../protocol/pins';
import { PINS } from '../../state-names';

interface Link {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly onPins: (pins: readonly PlacedPin[]) => void;
  readonly onError: (error: Message | null) => void;
}

/** The side panel's end of the pins of one tab. */
export function createPinClient(
  tabId: number,
  { ask, onPins, onError }: Link,
  signal: AbortSignal,
) {
  /** False: it was not done, and `onError` was told why. */
  const show = async (work: Promise<readonly PlacedPin[]>): Promise<boolean> => {
    onError(null);
    try {
      onPins(await work);
      return true;
    } catch (cause) {
      onError(sentenceOf(cause));
      return false;
    }
  };
  watchTab(PINS, PinsSchema, tabId, onPins, signal);
  ask('pins.list', { tabId }).then(onPins, () => undefined);
  return {
    onAdd: (ref: number, note: string) =>
      show(ask('pins.add', { tabId, id: randomId('pin'), ref, note })),
    onEdit: (id: string, note: string) => show(ask('pins.edit', { tabId, id, note })),
    onRemove: (id: string) => void show(ask('pins.remove', { tabId, id })),
    onPutBack: (pin: Pin) => void show(ask('pins.putBack', { tabId, pin })),
  };
}
