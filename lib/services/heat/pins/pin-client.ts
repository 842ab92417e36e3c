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
  const show = (work: Promise<readonly PlacedPin[]>): void => {
    onError(null);
    work.then(onPins, (cause: unknown) => onError(sentenceOf(cause)));
  };
  watchTab(PINS, PinsSchema, tabId, onPins, signal);
  ask('pins.list', { tabId }).then(onPins, () => undefined);
  return {
    onAdd: (ref: number, note: string) =>
      show(ask('pins.add', { tabId, id: randomId('pin'), ref, note })),
    onEdit: (id: string, note: string) => show(ask('pins.edit', { tabId, id, note })),
    onRemove: (id: string) => show(ask('pins.remove', { tabId, id })),
    onPutBack: (pin: Pin) => show(ask('pins.putBack', { tabId, pin })),
  };
}
