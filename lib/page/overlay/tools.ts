import type { PackedCells } from '../../heatmap/packed';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import type { Reading, Readings } from '../../protocol/zones';
import { createSurveyor } from '../anchors/surroundings';
import { cellAt } from './cell-at';
import { dom } from './dom';
import type { OverlayHost } from './host';
import { createHover } from './hover';
import { roleOf } from './labels';
import type { Marks } from './marks';
import { createPicker } from './picker';
import { createPinMarks } from './pins';
import type { OverlayHandlers, OverlayPorts } from './ports';
import { createRanks } from './ranks';
import { type Said, sayBand, sayCell, sayElement } from './readings';
import type { ElementRefs } from './refs';
import { listSections, sectionLabel } from './sections';
import { selectorsOf } from './selectors-of';
import { createTip } from './tip';
import { createPickedZones, type PickedZones } from './zones';

/** What the overlay has beside the heat: numbers at the pointer, ranks, and picked sections. */
export interface Tools {
  readonly zones: PickedZones;
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
  { view, host, marks, refs, ports }: World,
  scene: Scene,
  onZones: () => void,
  onMarkup: () => void,
  signal: AbortSignal,
): Tools {
  const { translate: t, redact } = ports;
  const zones = createPickedZones(view, { ...ports, refs });
  const tip = createTip(host.root);
  const ranks = createRanks(host.root, refs, t);
  const pins = createPinMarks(host.root, refs, onMarkup, signal);
  const hover = createHover(view, tip, { read }, signal);
  const picker = createPicker(
    view,
    host.root,
    {
      translate: t,
      closedShadowRoot: ports.closedShadowRoot,
      show: showSection,
      onPick: (section) => {
        if (zones.add(section)) onZones();
      },
      onEnd: () => {
        setPicking(false);
        void ports.picked().catch(() => undefined);
      },
    },
    signal,
  );
  let settings: HeatSettings | null = null;
  let summary: MapSummary | null = null;
  let readings: Readings | null = null;
  let byRef: ReadonlyMap<number, Reading> = new Map();
  let picking = false;
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

  function setPicking(next: boolean): void {
    picking = next;
    settle();
  }

  /** Who may be seen, and when. */
  function settle(): void {
    const isShown = summary !== null && (summary.cells > 0 || summary.bands !== null);
    hover.allow(isShown && settings?.hover === true && isSeen && !isPosing && !picking);
    ranks.set(isShown && settings?.ranks === true ? (readings?.elements ?? NONE) : NONE);
    ranks.visible(isSeen);
    pins.visible(isSeen);
  }

  function showSection(section: Element | null): void {
    marks.outline(section);
    const rect = section === null ? undefined : createSurveyor(view)(section)?.rect;
    if (section === null || rect === undefined) {
      tip.show(null, 0, 0);
      return;
    }
    const role = roleOf(section);
    const label = sectionLabel(section, redact);
    const said = label === '' ? { title: role, lines: [] } : { title: label, lines: [role] };
    tip.show(said, Math.max(0, rect.left), Math.max(0, rect.top));
  }

  function highlight(element: Element | null): void {
    if (picking) return;
    marks.outline(element);
    highlighted = element;
    sayHighlighted();
  }

  function sayHighlighted(): void {
    if (picking || summary === null) return;
    const reading = highlighted && byRef.get(refs.known(highlighted) ?? -1);
    const rect = highlighted && createSurveyor(view)(highlighted)?.rect;
    if (!reading || !rect || settings?.hover !== true || isPosing) tip.show(null, 0, 0);
    else tip.show(sayElement(reading, summary, t), rect.left, rect.bottom);
  }

  signal.addEventListener('abort', () => tip.destroy());
  return {
    zones,
    handlers: {
      'overlay.highlight': ({ ref }) => highlight(ref === null ? null : refs.get(ref)),
      'overlay.pick': ({ step }) => {
        if (step === 'start') setPicking(true);
        picker.step(step);
      },
      'overlay.zone': ({ ref, keep }) => {
        const element = refs.get(ref);
        if (keep && element !== null) zones.add(element);
        if (!keep) zones.remove(ref);
        onZones();
      },
      'overlay.pins': (told) => pins.set(told.pins),
      'overlay.selectors': ({ ref }) => {
        const element = refs.get(ref);
        return element && selectorsOf(element, redact);
      },
      'overlay.sections': () => listSections(view, refs, redact),
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
      pins.follow();
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
      zones.clear();
      pins.forget();
      highlighted = null;
      picker.step('stop');
    },
  };
}

const NONE: readonly Reading[] = [];
