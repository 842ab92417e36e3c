import { type ErrorCode, HushmapError } from '../../lib/core/errors';
import { createTranslator } from '../../lib/core/translator';
import { emptyAnchoredCells } from '../../lib/heatmap/anchored';
import { anchoredPart } from '../../lib/heatmap/anchors/parts';
import { type Cell, type Cells, toCells } from '../../lib/heatmap/cells';
import { findPeak } from '../../lib/heatmap/density/peak';
import { createClassicRenderer } from '../../lib/heatmap/renderers/classic';
import type { CreateRenderer } from '../../lib/heatmap/renderers/contract';
import { encodeTile, planTiles } from '../../lib/heatmap/tiles';
import { createComparisonLayer } from '../../lib/page/overlay/comparison-layer';
import { startOverlay } from '../../lib/page/overlay/overlay';
import { handOver } from '../../lib/page/overlay/parts';
import { createPicking } from '../../lib/page/overlay/picking';
import type { OverlayHandlers } from '../../lib/page/overlay/ports';
import type { AnchoredReport } from '../../lib/protocol/anchor-messages';
import {
  DEFAULT_HEAT_SETTINGS,
  type ElementBox,
  type HeatSettings,
  type MapSummary,
} from '../../lib/protocol/heat';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import { redactText } from '../../lib/report/redact-text';
import type { StoredMap } from '../../lib/services/heat/ports';
import { countOnPage } from '../../lib/services/heat/zones';

/**
 * The overlay on a plain page. Its background is in the page: it plans, encodes and counts tiles with
 * the extension's own functions, and can be told to fail.
 */
export interface OverlayTest {
  start(heat: TestHeat): Promise<void>;
  /** Another map, or the same with other settings, as the background would send it. */
  update(heat: TestHeat): Promise<void>;
  tell: {
    update: OverlayHandlers['overlay.update'];
    stop: OverlayHandlers['overlay.stop'];
    highlight: OverlayHandlers['overlay.highlight'];
    scrollTo: OverlayHandlers['overlay.scrollTo'];
  };
  stop(): void;
  /** The next `times` calls fail with this code. */
  fail(code: ErrorCode, times: number): void;
  kill(): void;
  log: {
    hellos: { url: string; viewportWidth: number }[];
    tiles: number[];
    anchored: AnchoredReport[];
    elements: { mapId: string; scaleX: number; boxes: ElementBox[] }[];
  };
  peak: number;
  /** Tasks in which elements were named: in how many slices they were gathered. */
  slices: number;
  /** Canvases in the overlay's closed root. */
  canvases(): { width: number; height: number }[];
  /** How strong the drawn heat is at a point of the viewport, 0 to 255. */
  inkAt(x: number, y: number): number;
  root: ShadowRoot | null;
}

/** Heat in the box of one element. */
export interface TestAnchor {
  readonly selectors: string[];
  /** `[x, y, count]` a cell, x and y of the box. */
  readonly cells: readonly (readonly [number, number, number])[];
}

export interface TestHeat {
  readonly cells: Cell[];
  /** Given by element instead of by place. */
  readonly anchors?: readonly TestAnchor[];
  readonly settings?: Partial<HeatSettings>;
  readonly viewportWidth?: number;
  readonly sample?: boolean;
}

let root: ShadowRoot | null = null;
const closedRoots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow(init) {
  const shadow = attach.call(this, init);
  closedRoots.set(this, shadow);
  if (init.mode === 'closed' && this.getAttribute('popover') === 'manual') root = shadow;
  return shadow;
};

let map: {
  cells: Cells;
  anchored: NonNullable<StoredMap['anchored']>;
  summary: MapSummary;
  settings: HeatSettings;
} | null = null;
let handlers: OverlayHandlers | null = null;
let life: AbortController | null = null;
let alive = true;
let failures: { code: ErrorCode; times: number } = { code: 'message.lost', times: 0 };
let maps = 0;

const log: OverlayTest['log'] = { hellos: [], tiles: [], anchored: [], elements: [] };

async function answer<T>(value: () => T | Promise<T>): Promise<T> {
  // As in the browser, an answer never comes at once.
  await new Promise((resume) => setTimeout(resume, 2));
  if (!alive) throw new HushmapError('extension.reloaded');
  if (failures.times-- > 0) throw new HushmapError(failures.code);
  return value();
}

function anchoredOf(given: readonly TestAnchor[]): NonNullable<StoredMap['anchored']> {
  const rows = given.flatMap((anchor, i) => anchor.cells.map((cell) => [i, ...cell] as const));
  const cells = emptyAnchoredCells(rows.length);
  rows.forEach(([anchor, x, y, count], i) => {
    cells.anchor[i] = anchor;
    cells.x[i] = x;
    cells.y[i] = y;
    cells.count[i] = count;
    cells.people[i] = count;
  });
  return { anchors: given, cells };
}

async function load(heat: TestHeat) {
  const { cells: rows, anchors = [], settings, viewportWidth = 1280, sample } = heat;
  const anchored = anchoredOf(anchors);
  const { sorted, tiles } = planTiles(toCells(rows));
  map = {
    cells: sorted,
    anchored,
    settings: { ...DEFAULT_HEAT_SETTINGS, ...settings },
    summary: {
      mapId: `map_${++maps}`,
      map: 'click',
      bands: null,
      anchors: anchors.length,
      error: null,
      cells: sorted.length + anchored.cells.length,
      count: 100,
      dropped: 0,
      k: 11,
      peak: await findPeak(sorted),
      maxCell: Math.max(0, ...sorted.count, ...anchored.cells.count),
      tiles,
      provenance: {
        sourceId: 'file',
        sourceName: 'file',
        kind: sample ? 'sample' : 'file',
        page: 'https://overlay.test/',
        from: '2026-11-01',
        to: '2026-11-07',
        viewportWidth,
        fetchedAt: 0,
        gridErrorX: 8,
        gridErrorY: 8,
        unit: 'people',
        truncated: false,
        anonymisedAt: 'browser',
        band: null,
        filters: NO_FILTERS,
        remarks: [],
      },
    },
  };
}

/** Another test may put its own renderer in the place of the classic one, to see what is drawn. */
export const onDemand: { classic: CreateRenderer } = { classic: createClassicRenderer };

let slices = 0;
let sameTask = false;
function countSlices(text: string): string {
  if (!sameTask) {
    slices++;
    sameTask = true;
    setTimeout(() => {
      sameTask = false;
    });
  }
  return redactText(text);
}

const test: OverlayTest = {
  async start(heat) {
    await load(heat);
    life = startOverlay(window, {
      hello: (request) => {
        log.hellos.push({ ...request, viewportWidth: Number(request.viewportWidth) });
        return answer(() => ({
          settings: map?.settings ?? DEFAULT_HEAT_SETTINGS,
          summary: map?.summary ?? null,
          comparison: null,
        }));
      },
      tile: ({ mapId, index }) => {
        log.tiles.push(index);
        return answer(() => {
          if (map === null) throw new HushmapError('page.gone');
          return { mapId, index, data: encodeTile(map.cells, map.summary.tiles, index) };
        });
      },
      anchors: ({ mapId, part }) =>
        answer(() => {
          if (map === null) throw new HushmapError('page.gone');
          return anchoredPart(mapId, map.anchored, part);
        }),
      anchored: (request) => {
        log.anchored.push(request);
        return answer(() => undefined);
      },
      elements: (request) => {
        log.elements.push(request);
        return answer(async () => {
          if (map === null || map.summary.anchors > 0) return { shifts: null };
          const { shifts, readings } = await countOnPage(map, request, null);
          return { shifts, readings };
        });
      },
      part: ({ part }) =>
        answer(() => {
          if (part === 'classic') handOver(part, onDemand.classic);
          if (part === 'comparison') handOver(part, createComparisonLayer);
          if (part === 'picking') handOver(part, createPicking);
        }),
      picked: () => answer(() => undefined),
      listen: (given) => {
        handlers = given;
      },
      closedShadowRoot: (host) => closedRoots.get(host) ?? null,
      alive: () => alive,
      redact: countSlices,
      translate: createTranslator(),
    });
  },
  async update(heat) {
    await load(heat);
    if (map === null) return;
    const { settings, summary } = map;
    test.tell.update({ settings, summary, status: 'shown', comparison: null });
  },
  tell: {
    update: (told) => handlers?.['overlay.update'](told),
    stop: () => handlers?.['overlay.stop'](),
    highlight: (told) => handlers?.['overlay.highlight'](told),
    scrollTo: (told) => handlers?.['overlay.scrollTo'](told),
  },
  stop: () => life?.abort(),
  fail(code, times) {
    failures = { code, times };
  },
  kill() {
    alive = false;
  },
  log,
  get peak() {
    return map?.summary.peak ?? 0;
  },
  get slices() {
    return slices;
  },
  canvases: () =>
    [...(root?.querySelectorAll('canvas') ?? [])].map(({ width, height }) => ({ width, height })),
  inkAt(x, y) {
    const canvas = root?.querySelector('canvas');
    const context = canvas?.getContext('2d');
    const { devicePixelRatio: dpr } = window;
    return context?.getImageData(Math.round(x * dpr), Math.round(y * dpr), 1, 1).data[3] ?? 0;
  },
  get root() {
    return root;
  },
};

declare global {
  interface Window {
    overlayTest: OverlayTest;
  }
}

window.overlayTest = test;
