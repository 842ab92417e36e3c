import type { ElementBox } from '../../protocol/heat';
import type { Response } from '../../protocol/messages';
import { ask } from './ask';
import { gatherElements } from './elements';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';

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
}

/** Rest before elements are gathered again. A page that never rests is looked at this often at most. */
const REST_MS = 700;

export function createElementReporter(
  view: Window,
  ports: Pick<OverlayPorts, 'elements' | 'redact'>,
  refs: ElementRefs,
  signal: AbortSignal,
  onFailure: (cause: unknown) => void,
  onTold: (told: Told) => void,
): ElementReporter {
  let map: { readonly mapId: string; readonly scaleX: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTold = '';
  let running = false;
  let again = false;

  async function report(): Promise<void> {
    timer = undefined;
    if (map === null || signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      const boxes = await gatherElements(view, { refs, redact: ports.redact, signal });
      if (boxes !== null && map !== null) await tell(map, boxes);
    } catch (cause) {
      onFailure(cause);
    } finally {
      running = false;
      if (again) now();
      again = false;
    }
  }

  async function tell(about: NonNullable<typeof map>, boxes: ElementBox[]): Promise<void> {
    const request = { ...about, boxes };
    const told = JSON.stringify(request);
    if (told === lastTold) return;
    lastTold = told;
    const { shifts } = await ask(() => ports.elements(request), signal);
    // The map may have been replaced meanwhile.
    if (map?.mapId === about.mapId) onTold({ ...about, boxes, shifts });
  }

  function soon(): void {
    if (timer === undefined && !signal.aborted) timer = setTimeout(() => void report(), REST_MS);
  }

  function now(): void {
    lastTold = '';
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
