import type { ElementBox } from '../../protocol/heat';
import type { Response } from '../../protocol/messages';
import type { Readings } from '../../protocol/zones';
import { ask } from './ask';
import { gatherElements } from './elements';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';
import { createTeller } from './teller';
import type { PickedZones } from './zones';

/** Tells the background where the page's elements are, so that it can count clicks by element. */
export interface ElementReporter {
  setMap(map: { readonly mapId: string; readonly scaleX: number } | null): void;
  /** The page may have changed: looked at when it has come to rest, told only if it has. */
  soon(): void;
  /** The background needs them again, changed or not. */
  now(): void;
}

/** What was told, and what the background said to it. */
export interface Told {
  readonly mapId: string;
  readonly scaleX: number;
  readonly boxes: readonly ElementBox[];
  readonly shifts: Response<'overlay.elements'>['shifts'];
  readonly readings: Readings | null;
}

/** Rest before elements are gathered. A page that never rests waits for ten times what the last took. */
const REST_MS = 700;
const SHARE = 10;
const LONGEST_REST_MS = 10_000;

interface ReporterPorts extends Pick<OverlayPorts, 'elements' | 'redact'> {
  readonly zones: Pick<PickedZones, 'told'>;
  readonly refs: ElementRefs;
  onFailure(cause: unknown): void;
  onTold(told: Told): void;
}

/** Tells the background which elements a page has, when asked and once the page rests, until the signal aborts. */
export function createElementReporter(
  view: Window,
  ports: ReporterPorts,
  signal: AbortSignal,
): ElementReporter {
  let map: { readonly mapId: string; readonly scaleX: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const teller = createTeller();
  let running = false;
  /** What came up during a run: a change of the page, or the background's need. */
  let due: 'soon' | 'now' | null = null;
  let took = 0;

  async function report(): Promise<void> {
    timer = undefined;
    if (map === null || signal.aborted) return;
    if (running) {
      due = 'now';
      return;
    }
    running = true;
    due = null;
    try {
      const began = performance.now();
      const boxes = await gatherElements(view, { ...ports, signal });
      took = performance.now() - began;
      if (boxes !== null && map !== null) await tell(map, boxes);
    } catch (cause) {
      ports.onFailure(cause);
    } finally {
      running = false;
      if (due === 'now') now();
      else if (due === 'soon') soon();
    }
  }

  async function tell(about: NonNullable<typeof map>, boxes: ElementBox[]): Promise<void> {
    const request = { ...about, boxes, zones: ports.zones.told(boxes) };
    const answer = await teller.tell(request, () => ask(() => ports.elements(request), signal));
    // The map may have been replaced meanwhile.
    if (answer !== null && map?.mapId === about.mapId) {
      const { shifts, readings = null } = answer;
      ports.onTold({ ...about, boxes, shifts, readings });
    }
  }

  function soon(): void {
    if (running) due ??= 'soon';
    else if (timer === undefined && !signal.aborted) {
      const rest = Math.min(LONGEST_REST_MS, Math.max(REST_MS, took * SHARE));
      timer = setTimeout(() => void report(), rest);
    }
  }

  function now(): void {
    teller.forget();
    clearTimeout(timer);
    void report();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    setMap(next) {
      map = next;
    },
    soon,
    now,
  };
}
