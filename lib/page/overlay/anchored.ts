import { ANCHORED_STRIDE, decodeAnchored } from '../../heatmap/anchors/parts';
import { STRIDE } from '../../heatmap/packed';
import type { MapSummary } from '../../protocol/heat';
import type { Anchor } from '../../protocol/heat-kinds';
import type { Readings } from '../../protocol/zones';
import type { Tree } from '../anchors/dom';
import type { Item } from '../anchors/item';
import { createPlaces } from '../anchors/places';
import { type ReadAnchors, type Resolved, readAnchors, resolveAnchors } from '../anchors/resolve';
import { createPauses } from '../anchors/slices';
import { watchChanges } from '../anchors/watch';
import { isOwnElement } from '../own-elements';
import { anchoredReport } from './anchored-report';
import { ask } from './ask';
import type { LiveHeat } from './live-heat';
import { createPasses } from './passes';
import { peakOf } from './peak';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';
import { createTeller } from './teller';
import type { PickedZones } from './zones';

interface Surroundings {
  readonly view: Window;
  readonly ports: OverlayPorts;
  readonly refs: ElementRefs;
  readonly zones: Pick<PickedZones, 'told'>;
  onReadings(readings: Readings): void;
  onChange(): void;
  onFailure(cause: unknown): void;
}

/**
 * Heat that a source gives by element: fetched whole, found on the page, and kept on its elements
 * until the signal aborts.
 */
export function showAnchored(
  { mapId }: Pick<MapSummary, 'mapId'>,
  { view, ports, refs, zones, onChange, onReadings, onFailure }: Surroundings,
  signal: AbortSignal,
): LiveHeat {
  const places = createPlaces(view, () => passes.soon(false));
  const passes = createPasses((find) => pass(find).catch(onFailure), signal);
  let given: { readonly anchors: ReadAnchors; readonly cells: readonly Float32Array[] } | null =
    null;
  let found: Pick<Resolved, 'elements' | 'by'> = { elements: [], by: [] };
  let numbers: readonly number[] = [];
  let trees: readonly Tree[] = [];
  let watch = new AbortController();
  let searching = new AbortController();
  let peak = 0;
  const teller = createTeller();

  async function load(): Promise<void> {
    const anchors: Anchor[] = [];
    const cells = new Map<number, number[]>();
    for (let part = 0, parts = 1; part < parts; part++) {
      const answer = await ask(() => ports.anchors({ mapId, part }), signal);
      if (signal.aborted) return;
      parts = answer.parts;
      anchors.push(...answer.anchors.map((selectors) => ({ selectors })));
      const { data } = decodeAnchored(answer.cells);
      for (let i = 0; i < data.length; i += ANCHORED_STRIDE) {
        const anchor = data[i] ?? 0;
        const rows = cells.get(anchor) ?? [];
        cells.set(anchor, rows);
        rows.push(data[i + 1] ?? 0, data[i + 2] ?? 0, SIZE, data[i + 3] ?? 0);
      }
    }
    given = {
      anchors: await readAnchors(anchors, createPauses(signal)),
      cells: anchors.map((_, i) => Float32Array.from(cells.get(i) ?? [])),
    };
    passes.now(true);
  }

  async function pass(find: boolean): Promise<void> {
    if (given === null || signal.aborted) return;
    const pauses = createPauses(signal);
    if (find) {
      const { closedShadowRoot } = ports;
      const resolved = await resolveAnchors(
        view.document,
        given.anchors,
        { closedShadowRoot, signal },
        pauses,
      );
      found = resolved;
      follow(resolved.trees);
      setItems(given.cells);
    }
    if (await places.measure(pauses)) {
      onChange();
      void findPeak();
    }
    await report(given.cells);
  }

  function setItems(cells: readonly Float32Array[]): void {
    const items: Item[] = [];
    const anchorOf: number[] = [];
    found.elements.forEach((element, anchor) => {
      const own = cells[anchor];
      if (element === null || own === undefined) return;
      items.push({ element, by: found.by[anchor], cells: own });
      anchorOf.push(anchor);
    });
    numbers = anchorOf;
    places.setItems(items);
  }

  function follow(next: readonly Tree[]): void {
    if (next.length === trees.length && next.every((tree, i) => tree === trees[i])) return;
    trees = next;
    watch.abort();
    watch = new AbortController();
    const changes = {
      onNodes: () => passes.soon(true),
      onLayout: () => passes.soon(false),
      onScroll: onChange,
    };
    watchChanges(trees, changes, isOwnElement, watch.signal);
  }

  async function findPeak(): Promise<void> {
    searching.abort();
    searching = new AbortController();
    const mine = searching.signal;
    const next = await peakOf(places.whole, mine).catch(() => null);
    if (next === null || mine.aborted || next === peak) return;
    peak = next;
    onChange();
    // The scale that is painted is said elsewhere, too.
    passes.soon(false);
  }

  async function report(cells: readonly Float32Array[]): Promise<void> {
    const { redact } = ports;
    const given = {
      mapId,
      found: found.elements,
      cells,
      places,
      numbers,
      view,
      refs,
      redact,
      zones,
    };
    const made = { ...anchoredReport(given), peak };
    const readings = await teller.tell(made, () => ask(() => ports.anchored(made), signal));
    if (readings && !signal.aborted) onReadings(readings);
  }

  signal.addEventListener('abort', () => {
    watch.abort();
    searching.abort();
  });
  void load().catch(onFailure);
  return {
    get chunks() {
      return places.chunks;
    },
    get peak() {
      return peak;
    },
    follow: () => places.follow(),
    onLayout: () => passes.soon(false),
    tellAgain: () => {
      teller.forget();
      passes.soon(false);
    },
  };
}

/** Edge that a cell of a box stands for, CSS px; only the classic style looks at it. */
const SIZE = STRIDE * 4;
