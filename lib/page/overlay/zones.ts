import type { ElementBox } from '../../protocol/heat';
import { MOST_ZONES, type ZoneTold } from '../../protocol/zones';
import { tree } from '../anchors/dom';
import { holderOfTree } from '../anchors/surroundings';
import { createLocator, findBySelector } from '../locator';
import { natives } from '../natives';
import { dom } from './dom';
import { roleOf } from './labels';
import type { ElementRefs } from './refs';
import { sectionLabel } from './sections';
import { createSight } from './sight';

/** The sections that a person has picked, for as long as the page is the same. */
export interface PickedZones {
  /** False: it is picked already, or as many as there may be. */
  add(element: Element): boolean;
  remove(ref: number): void;
  clear(): void;
  /** Where they lie now; `around`: elements that may stay with the viewport in one that does not. */
  told(around: readonly Pick<ElementBox, 'ref' | 'fixed' | 'box'>[]): ZoneTold[];
}

interface Picked {
  readonly ref: number;
  /**
   * Finds what took its place, where a page draws it anew. The frames that it is in come before it, the
   * outermost first.
   */
  readonly selectors: readonly string[];
  readonly tag: string;
}

interface Ports {
  readonly refs: ElementRefs;
  readonly redact: (text: string) => string;
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
}

/** Zones of one page, in memory alone; where they lie is told in CSS px, of the viewport where `fixed`. */
export function createPickedZones(view: Window, ports: Ports): PickedZones {
  const { refs, redact } = ports;
  let picked: Picked[] = [];

  function elementOf({ ref, selectors, tag }: Picked): Element | null {
    const known = refs.get(ref);
    if (known !== null) return known;
    const found = follow(selectors);
    if (found === null || natives.localName(found) !== tag) return null;
    refs.rebind(ref, found);
    return found;
  }

  function follow(selectors: readonly string[]): Element | null {
    let found: Element | null = null;
    for (const selector of selectors) {
      const within: Document | null = found === null ? view.document : tree.frameDocument(found);
      found = within && findBySelector(within, selector, ports);
      if (found === null) return null;
    }
    return found;
  }

  return {
    add(element) {
      const ref = refs.of(element);
      if (picked.length >= MOST_ZONES || picked.some((zone) => zone.ref === ref)) return false;
      picked = [
        ...picked,
        { ref, selectors: selectorsTo(element), tag: natives.localName(element) },
      ];
      return true;
    },
    remove(ref) {
      picked = picked.filter((zone) => zone.ref !== ref);
    },
    clear() {
      picked = [];
    },
    told(around) {
      const measure = createSight(view);
      return picked.map((zone) => {
        const element = elementOf(zone);
        if (element === null) return { ref: zone.ref, label: '', role: zone.tag, boxes: [] };
        const seen = measure(element);
        const told = { ref: zone.ref, label: sectionLabel(element, redact), role: roleOf(element) };
        if (seen === null) return { ...told, boxes: [] };
        const { fixed, rect } = seen;
        const left = rect.left + (fixed ? 0 : view.scrollX);
        const top = rect.top + (fixed ? 0 : view.scrollY);
        const box: ElementBox['box'] = [left, top, rect.right - rect.left, rect.bottom - rect.top];
        const inside = around
          .filter((each) => each.fixed !== fixed && holds(element, refs.get(each.ref)))
          .slice(0, MOST_BOXES);
        return {
          ...told,
          boxes: [{ fixed, box }, ...inside.map((each) => ({ fixed: each.fixed, box: each.box }))],
        };
      });
    },
  };
}

/** What of a section stays with the viewport has boxes of its own: a bar that sticks, and its links. */
const MOST_BOXES = 199;

function selectorsTo(element: Element): string[] {
  const selectors: string[] = [];
  const locate = createLocator();
  for (let at: Element | null = element; at !== null; ) {
    selectors.unshift(locate(at).selector);
    at = holderOfTree(dom.documentOf(at));
  }
  return selectors;
}

const holds = (section: Element, element: Element | null): boolean =>
  element !== null && dom.contains(section, element);
