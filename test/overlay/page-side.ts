import { type ErrorCode, HushmapError } from '../../lib/core/errors';
import { createTranslator } from '../../lib/core/translator';
import { type Cell, type Cells, toCells } from '../../lib/heatmap/cells';
import { findPeak } from '../../lib/heatmap/density/peak';
import { encodeTile, planTiles } from '../../lib/heatmap/tiles';
import { startOverlay } from '../../lib/page/overlay/overlay';
import type { OverlayHandlers } from '../../lib/page/overlay/ports';
import {
  DEFAULT_HEAT_SETTINGS,
  type ElementBox,
  type HeatSettings,
  type MapSummary,
} from '../../lib/protocol/heat';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import { redactText } from '../../lib/report/redact-text';

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
    elements: { mapId: string; scaleX: number; boxes: ElementBox[] }[];
  };
  peak: number;
  /** Tasks in which elements were named: in how many slices they were gathered. */
  slices: number;
  /** Canvases in the overlay's closed root. */
  canvases(): { width: number; height: number }[];
  root: ShadowRoot | null;
}

export interface TestHeat {
  readonly cells: Cell[];
  readonly settings?: Partial<HeatSettings>;
  readonly viewportWidth?: number;
  readonly sample?: boolean;
}

let root: ShadowRoot | null = null;
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow(init) {
  const shadow = attach.call(this, init);
  if (init.mode === 'closed' && this.getAttribute('popover') === 'manual') root = shadow;
  return shadow;
};

let map: { cells: Cells; summary: MapSummary; settings: HeatSettings } | null = null;
let handlers: OverlayHandlers | null = null;
let life: AbortController | null = null;
let alive = true;
let failures: { code: ErrorCode; times: number } = { code: 'message.lost', times: 0 };
let maps = 0;

const log: OverlayTest['log'] = { hellos: [], tiles: [], elements: [] };

async function answer<T>(value: () => T): Promise<T> {
  // As in the browser, an answer never comes at once.
  await new Promise((resume) => setTimeout(resume, 2));
  if (!alive) throw new HushmapError('extension.reloaded');
  if (failures.times-- > 0) throw new HushmapError(failures.code);
  return value();
}

async function load({ cells: rows, settings, viewportWidth = 1280, sample }: TestHeat) {
  const { sorted, tiles } = planTiles(toCells(rows));
  map = {
    cells: sorted,
    settings: { ...DEFAULT_HEAT_SETTINGS, ...settings },
    summary: {
      mapId: `map_${++maps}`,
      map: 'click',
      bands: null,
      anchors: 0,
      cells: sorted.length,
      count: 100,
      dropped: 0,
      k: 11,
      peak: await findPeak(sorted),
      maxCell: Math.max(0, ...sorted.count),
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
        }));
      },
      tile: ({ mapId, index }) => {
        log.tiles.push(index);
        return answer(() => {
          if (map === null) throw new HushmapError('page.gone');
          return { mapId, index, data: encodeTile(map.cells, map.summary.tiles, index) };
        });
      },
      elements: (request) => {
        log.elements.push(request);
        return answer(() => undefined);
      },
      listen: (given) => {
        handlers = given;
      },
      closedShadowRoot: (host) => host.shadowRoot,
      alive: () => alive,
      redact: countSlices,
      translate: createTranslator(),
    });
  },
  async update(heat) {
    await load(heat);
    if (map) test.tell.update({ settings: map.settings, summary: map.summary, status: 'shown' });
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
