import { HushmapError } from '../../core/errors';
import type { PackedCells } from '../../heatmap/packed';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import type { PickStep, Reading, Readings } from '../../protocol/zones';
import { createSurveyor } from '../anchors/surroundings';
import { cellAt } from './cell-at';
import { dom } from './dom';
import type { OverlayHost } from './host';
import { createHover } from './hover';
import type { Marks } from './marks';
import type { Parts } from './parts';
import type { Picking } from './picking';
import type { OverlayHandlers, OverlayPorts } from './ports';
import { createRanks } from './ranks';
import { type Said, sayBand, sayCell, sayElement } from './readings';
import type { ElementRefs } from './refs';
import { createTip } from './tip';
import type { PickedZones } from './zones';

/** What the overlay has beside the heat: numbers at the pointer, ranks, and picked sections. */
export interface Tools {
  readonly zones: Pick<PickedZones, 'told'>;
  readonly handlers: Pick<
    OverlayHandlers,
    | 'overlay.highlight'
    | 'overlay.pick'
    | 'overlay.zone'
    | 'overlay.sections'
    | 'overlay.pins'
    | 'overlay.selectors'
  >;
  setLook(settings: HeatSettings, summary: MapSummary | null): void;
  /** Null: what was counted is of another map. */
  setReadings(readings: Readings | null): void;
  /** Once a frame. */
  follow(): void;
  /** A picture is being taken, or no longer. */
  posing(posing: boolean): void;
  /** False while heat is looked through. */
  visible(visible: boolean): void;
  /** Another page: what was picked is not of it. */
  forget(): void;
}

interface World {
  readonly view: Window & typeof globalThis;
  readonly host: OverlayHost;
  readonly marks: Marks;
  readonly refs: ElementRefs;
  readonly ports: OverlayPorts;
  readonly parts: Parts;
}

interface Scene {
  /** What is drawn. */
  chunks(): readonly PackedCells[];
  /** CSS px of the page now to one of the drawn cells' own. */
  scaleX(): number;
}

/**
 * @param onZones - Other sections are picked: the background has to be told where they lie
 * @param onMarkup - On a page with pins, elements may have come or gone
 */
export function createTools(
  { view, host, marks, refs, ports, parts }: World,
  scene: Scene,
  onZones: () => void,
  onMarkup: () => void,
  signal: AbortSignal,
): Tools {
  const { translate: t, closedShadowRoot } = ports;
  const tip = createTip(host.root);
  const ranks = createRanks(host.root, refs, t);
  const hover = createHover(view, tip, { read, closedShadowRoot }, signal);
  /** Null until somebody picks or pins: it is in a script of its own. */
  let picking: Picking | null = null;
  let isPickingWanted = false;
  let settings: HeatSettings | null = null;
  let summary: MapSummary | null = null;
  let readings: Readings | null = null;
  let byRef: ReadonlyMap<number, Reading> = new Map();
  let isPicking = false;
  let isPosing = false;
  let isSeen = true;
  /** The element whose number is shown, since somebody has reached its row. */
  let highlighted: Element | null = null;

  function read(elements: readonly Element[], x: number, y: number): Said | null {
    if (summary === null) return null;
    if (summary.bands !== null) {
      const height = dom.pageHeight(view.document);
      return sayBand(summary.bands, summary.k, y + view.scrollY, height, t);
    }
    for (const element of elements) {
      const reading = byRef.get(refs.known(element) ?? -1);
      if (reading !== undefined) return sayElement(reading, summary, t);
    }
    const { scrollX, scrollY } = view;
    const cell = cellAt(scene.chunks(), { x, y, scrollX, scrollY, scaleX: scene.scaleX() });
    return cell && sayCell(cell.count, summary, readings, t);
  }

  /** Does something as soon as the script is there. What was asked for first is done first. */
  async function withPicking<T>(act: (picking: Picking) => T): Promise<T> {
    isPickingWanted = true;
    const make = await parts.load('picking');
    if (signal.aborted) throw new HushmapError('page.gone');
    picking ??= make(
      { view, root: host.root, marks, tip, refs, ports },
      {
        onZones,
        onMarkup,
        onEnd: () => {
          setPicking(false);
          void ports.picked().catch(() => undefined);
        },
      },
      signal,
    );
    const done = act(picking);
    settle();
    return done;
  }

  async function step(wish: PickStep): Promise<void> {
    if (wish === 'start') setPicking(true);
    try {
      await withPicking((here) => here.step(wish));
    } catch (cause) {
      setPicking(false);
      throw cause;
    }
  }

  function setPicking(next: boolean): void {
    isPicking = next;
    settle();
  }

  /** Who may be seen, and when. */
  function settle(): void {
    const isShown = summary !== null && (summary.cells > 0 || summary.bands !== null);
    hover.allow(isShown && settings?.hover === true && isSeen && !isPosing && !isPicking);
    ranks.set(isShown && settings?.ranks === true ? (readings?.elements ?? NONE) : NONE);
    ranks.visible(isSeen);
    picking?.pins.visible(isSeen);
  }

  function highlight(element: Element | null): void {
    if (isPicking) return;
    marks.outline(element);
    highlighted = element;
    sayHighlighted();
  }

  function sayHighlighted(): void {
    if (isPicking || summary === null) return;
    const reading = highlighted && byRef.get(refs.known(highlighted) ?? -1);
    const rect = highlighted && createSurveyor(view)(highlighted)?.rect;
    if (!reading || !rect || settings?.hover !== true || isPosing) tip.show(null, 0, 0);
    else tip.show(sayElement(reading, summary, t), rect.left, rect.bottom);
  }

  signal.addEventListener('abort', () => tip.destroy());
  return {
    zones: { told: (around) => picking?.zones.told(around) ?? [] },
    handlers: {
      'overlay.highlight': ({ ref }) => highlight(ref === null ? null : refs.get(ref)),
      'overlay.pick': ({ step: wish }) => step(wish),
      'overlay.zone': async ({ ref, keep }) => {
        await withPicking(({ zones }) => {
          const element = refs.get(ref);
          if (keep && element !== null) zones.add(element);
          if (!keep) zones.remove(ref);
        });
        onZones();
      },
      'overlay.pins': async ({ pins }) => {
        if (pins.length > 0 || isPickingWanted) await withPicking((here) => here.pins.set(pins));
      },
      'overlay.selectors': ({ ref }) => withPicking((here) => here.selectors(ref)),
      'overlay.sections': () => withPicking((here) => here.sections()),
    },
    setLook(nextSettings, nextSummary) {
      settings = nextSettings;
      summary = nextSummary;
      settle();
    },
    setReadings(next) {
      readings = next;
      byRef = new Map(next?.elements.map((each) => [each.ref, each]) ?? []);
      settle();
    },
    follow() {
      ranks.follow();
      picking?.pins.follow();
      if (highlighted !== null) sayHighlighted();
    },
    posing(next) {
      isPosing = next;
      settle();
      if (next) tip.show(null, 0, 0);
    },
    visible(next) {
      isSeen = next;
      settle();
    },
    forget() {
      highlighted = null;
      const clear = ({ zones, pins, step: to }: Picking): void => {
        zones.clear();
        pins.forget();
        to('stop');
      };
      if (picking !== null) clear(picking);
      // What was asked of the page before is on its way, and comes first.
      else if (isPickingWanted) void withPicking(clear).catch(() => undefined);
    },
  };
}

const NONE: readonly Reading[] = [];
