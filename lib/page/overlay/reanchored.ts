import { placeOf, type Shift } from '../../heatmap/anchors/shifts';
import { createSnap, type Tolerance } from '../../heatmap/anchors/snap';
import { type PackedCells, STRIDE } from '../../heatmap/packed';
import type { ElementBox } from '../../protocol/heat';
import { cutChunks, sortByY } from '../anchors/chunks';
import { createPlaces } from '../anchors/places';
import { createPauses, type Pauses } from '../anchors/slices';
import { natives } from '../natives';
import type { LiveHeat } from './live-heat';
import { createPasses } from './passes';
import { createRecordedRows } from './recorded-rows';

/** The page as it was looked at: what can lie beneath a click. */
export interface Surface {
  readonly boxes: readonly ElementBox[];
  readonly shifts: { readonly page: readonly Shift[]; readonly fixed: readonly Shift[] };
  readonly tolerance: Tolerance;
  /** CSS px of the recorded width to CSS px of the page then. */
  readonly scaleX: number;
  readonly element: (ref: number) => Element | null;
}

export interface ReanchoredHeat extends LiveHeat {
  /** The tiles that are there, as the source has them. */
  setTiles(tiles: readonly PackedCells[]): void;
  setSurface(surface: Surface): void;
}

interface Ports {
  readonly view: Window;
  /** Highest density, as the background has found it in the places as recorded. */
  readonly peak: number;
  onChange(): void;
  onFailure(cause: unknown): void;
}

/**
 * Heat that a source gives by place, put on the elements beneath, so that it goes with them when the
 * page is resized or scrolled. A cell that has found its element stays with it; one that has not is
 * drawn where its source has it, and sought again whenever the page was looked at anew.
 */
export function showReanchored(
  { view, peak, onChange, onFailure }: Ports,
  signal: AbortSignal,
): ReanchoredHeat {
  const places = createPlaces(view, () => passes.soon(false));
  const passes = createPasses((find) => pass(find).catch(onFailure), signal);
  const recorded = createRecordedRows();
  const owned = new Map<Element, { readonly rows: number[]; readonly places: number[] }>();
  const tiles = new Set<PackedCells>();
  /** Rows without an element. */
  let loose: number[] = [];
  let surface: Surface | null = null;
  /** How wide the page was when cells found their elements. */
  let found = Number.POSITIVE_INFINITY;
  let kept: readonly PackedCells[] = [];
  let chunks: readonly PackedCells[] | null = null;

  async function pass(find: boolean): Promise<void> {
    if (surface === null) return;
    const pauses = createPauses(signal);
    if (find) await assign(surface, pauses);
    await places.measure(pauses);
    collect();
  }

  async function assign(on: Surface, pauses: Pauses): Promise<void> {
    const { boxes, shifts, tolerance, scaleX } = on;
    release(scaleX);
    const snap = createSnap(boxes, tolerance);
    const rows = loose;
    loose = [];
    const left: number[] = [];
    for (const row of rows) {
      const pause = pauses.take();
      if (pause !== null) await pause;
      const fixed = recorded.isFixed(row);
      const moved = fixed ? shifts.fixed : shifts.page;
      const [x, y] = placeOf(moved, recorded.x(row) * scaleX, recorded.y(row));
      const beneath = boxes[snap(x, y, fixed)];
      const owner = beneath === undefined ? null : on.element(beneath.ref);
      if (beneath === undefined || owner === null) {
        left.push(row);
        continue;
      }
      const [boxLeft, boxTop, width, height] = beneath.box;
      const own = owned.get(owner) ?? { rows: [], places: [] };
      owned.set(owner, own);
      own.rows.push(row);
      const at = [within((x - boxLeft) / width), within((y - boxTop) / height)];
      own.places.push(...at, recorded.size(row), recorded.count(row));
    }
    // Tiles that came meanwhile are sought next time.
    loose = left.concat(loose);
    places.setItems(
      [...owned].map(([element, own]) => ({ element, cells: Float32Array.from(own.places) })),
    );
    const still: PackedCells[] = [];
    for (const fixed of [false, true]) {
      const packed = await packedOf(fixed, scaleX, pauses);
      const before = kept.filter((chunk) => chunk.fixed === fixed);
      still.push(...cutChunks(sortByY(packed), fixed, before));
    }
    kept = still;
  }

  /** What has found no element, where its source has it. */
  async function packedOf(fixed: boolean, scaleX: number, pauses: Pauses): Promise<Float32Array> {
    // Tiles that come meanwhile are added at the end.
    const rows = loose.slice();
    const packed = new Float32Array(rows.length * STRIDE);
    let at = 0;
    for (const row of rows) {
      const pause = pauses.take();
      if (pause !== null) await pause;
      if (recorded.isFixed(row) !== fixed) continue;
      packed[at] = recorded.x(row) * scaleX;
      packed[at + 1] = recorded.y(row);
      packed[at + 2] = recorded.size(row);
      packed[at + 3] = recorded.count(row);
      at += STRIDE;
    }
    return packed.subarray(0, at);
  }

  /** Whoever lost its element is sought again; everybody, where the page is more like it was. */
  function release(scaleX: number): void {
    const off = Math.abs(scaleX - 1);
    const isBetter = off < found - 0.001;
    found = isBetter ? off : found;
    for (const [element, { rows }] of owned) {
      if (!isBetter && natives.isConnected(element)) continue;
      for (const row of rows) loose.push(row);
      owned.delete(element);
    }
  }

  function collect(): void {
    chunks = [...places.chunks, ...kept];
    onChange();
  }

  return {
    peak,
    get chunks() {
      return chunks;
    },
    setTiles(next) {
      const fresh = next.filter((tile) => !tiles.has(tile));
      for (const tile of fresh) {
        tiles.add(tile);
        for (let row = recorded.add(tile); row < recorded.length; row++) loose.push(row);
      }
      if (fresh.length > 0 && surface !== null) passes.now(true);
    },
    setSurface(next) {
      surface = next;
      passes.now(true);
    },
    follow() {
      const moved = places.follow();
      if (moved) chunks = [...places.chunks, ...kept];
      return moved;
    },
    onLayout: () => passes.soon(false),
    tellAgain: () => undefined,
  };
}

/** Beside an element by less than the source's step is on its edge. */
const EDGE = 0.02;
const within = (share: number): number => Math.min(1 - EDGE, Math.max(EDGE, share));
