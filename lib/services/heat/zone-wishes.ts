import type { HeatState } from '../../protocol/heat';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { PickStep } from '../../protocol/zones';

interface Client {
  act(work: () => Promise<HeatState>): Promise<void>;
  ask<N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>>;
}

/** The side panel's wishes for sections of the page. */
export function createZoneWishes(tabId: number, { act, ask }: Client) {
  return {
    onPick: (step: PickStep) => void act(() => ask('heat.pick', { tabId, step })),
    onSections: () => ask('heat.sections', { tabId }).catch(() => null),
    onAdd: (ref: number) => void act(() => ask('heat.addZone', { tabId, ref })),
    onRemove: (ref: number) => void act(() => ask('heat.removeZone', { tabId, ref })),
    onLimit: (ref: number | null) => void act(() => ask('heat.limit', { tabId, ref })),
  };
}
