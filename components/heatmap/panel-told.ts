import { createSignal } from 'solid-js';
import type { Message } from '../../lib/core/message';
import type { HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import type { QuietState } from '../../lib/protocol/hold';
import type { MeasuresState } from '../../lib/protocol/measures';
import type { PlacedPin } from '../../lib/protocol/pins';
import type { ViewNotice } from '../../lib/protocol/views';
import { createNews } from '../ui/news';

/** What the panel is told as it changes: who tells it, and where the panel reads it. */
export function createPanelTold() {
  const [state, onState] = createNews<HeatState | null>(null);
  const [error, onError] = createSignal<Message | null>(null);
  const [busy, onBusy] = createSignal(false);
  const [quiet, onQuiet] = createSignal<QuietState | null>(null);
  const [measures, onMeasures] = createNews<MeasuresState | null>(null);
  const [comparison, onComparison] = createNews<HeatComparison | null>(null);
  const [notice, onNotice] = createSignal<ViewNotice | null>(null);
  const [pins, onPins] = createNews<readonly PlacedPin[]>([]);
  const [first, setFirst] = createSignal(false);
  return {
    listener: {
      ...{ onState, onError, onBusy, onQuiet, onMeasures, onComparison, onNotice, onPins },
      onTour: () => setFirst(true),
    },
    measures,
    pins,
    /** Nobody has seen the tour yet. */
    first,
    /** Getters, so that a reader of one is not run again for another. */
    told: {
      get state() {
        return state();
      },
      get error() {
        return error();
      },
      get busy() {
        return busy();
      },
      get quiet() {
        return quiet();
      },
      get comparison() {
        return comparison();
      },
      get notice() {
        return notice();
      },
    },
  };
}
