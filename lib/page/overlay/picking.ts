import type { PickStep, Section } from '../../protocol/zones';
import { createSurveyor } from '../anchors/surroundings';
import { cut } from './clipping';
import { roleOf } from './labels';
import type { Marks } from './marks';
import { createPicker } from './picker';
import { createPinMarks, type PinMarks } from './pins';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';
import { listSections, sectionLabel } from './sections';
import { selectorsOf } from './selectors-of';
import type { Tip } from './tip';
import { createPickedZones, type PickedZones } from './zones';

/** What a person has who picks sections of the page, or pins notes to it. */
export interface Picking {
  readonly zones: PickedZones;
  readonly pins: PinMarks;
  step(step: PickStep): void;
  sections(): Section[];
  /** Ranked selectors by which an element is found again; null: it has left the page. */
  selectors(ref: number): string[] | null;
}

export interface PickingWorld {
  readonly view: Window & typeof globalThis;
  readonly root: ShadowRoot;
  readonly marks: Marks;
  readonly tip: Tip;
  readonly refs: ElementRefs;
  readonly ports: Pick<OverlayPorts, 'translate' | 'redact' | 'closedShadowRoot'>;
}

export interface PickingEvents {
  /** Other sections are picked. */
  onZones(): void;
  /** On a page with pins, elements may have come or gone. */
  onMarkup(): void;
  /** Picked, or given up. */
  onEnd(): void;
}

/** Most pages never need it: it comes in a script of its own. */
export function createPicking(
  { view, root, marks, tip, refs, ports }: PickingWorld,
  { onZones, onMarkup, onEnd }: PickingEvents,
  signal: AbortSignal,
): Picking {
  const { redact } = ports;
  const zones = createPickedZones(view, { ...ports, refs });
  const onPick = (section: Element): void => {
    if (zones.add(section)) onZones();
  };
  const picker = createPicker(view, root, { ...ports, show, onPick, onEnd }, signal);

  function show(section: Element | null): void {
    marks.outline(section);
    const seen = section && createSurveyor(view)(section);
    if (section === null || seen === null) {
      tip.show(null, 0, 0);
      return;
    }
    const { left, top } = cut(seen.rect, seen.clip);
    const role = roleOf(section);
    const label = sectionLabel(section, redact);
    const said = label === '' ? { title: role, lines: [] } : { title: label, lines: [role] };
    tip.show(said, Math.max(0, left), Math.max(0, top));
  }

  return {
    zones,
    pins: createPinMarks(root, refs, onMarkup, signal),
    step: picker.step,
    sections: () => listSections(view, refs, ports),
    selectors(ref) {
      const element = refs.get(ref);
      return element && selectorsOf(element, redact);
    },
  };
}
