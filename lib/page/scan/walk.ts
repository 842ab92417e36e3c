import { enterSurroundings, rootSurroundings } from '../../pii';
import type { Border } from '../../recorders/contract';
import { createFieldGatherer, type FieldGatherer, isField, isSilent } from '../fields';
import { isElement, natives } from '../natives';
import { ElementView, elementFacts } from '../node-view';
import { isClickable } from './clickable';
import { LIMITS, type ScanPorts } from './contract';
import { elementsIn } from './inside';
import { Items } from './items';
import { Place } from './place';
import { canHostShadow, openShadow } from './shadow-roots';
import type { Texts } from './texts';

/** What a walk found for the steps after it. */
export interface Walked {
  elements: number;
  readonly shadowRoots: { open: number; closed: number; unreadable: number };
  /** Fields in reading order, each with the gatherer of its tree. */
  readonly fields: { readonly place: Place; readonly gatherer: FieldGatherer }[];
  readonly frames: Place[];
}

/**
 * Walks a document top down, through open and closed shadow roots, one node a step. The children of
 * an element are noted when it is entered: nodes that move or go while the page has its turn are
 * passed over, and what is added is for the next scan.
 */
export class Walk {
  readonly found: Walked = {
    elements: 0,
    shadowRoots: { open: 0, closed: 0, unreadable: 0 },
    fields: [],
    frames: [],
  };
  readonly #stack: Level[] = [];

  constructor(
    document: Document,
    outer: Place | null,
    readonly texts: Texts,
    readonly ports: ScanPorts,
  ) {
    this.#enterRoot(document, outer, outer ? 'iframe' : 'child');
  }

  /** Looks at one node; false: there are no more. */
  step(): boolean {
    const level = this.#stack.at(-1);
    if (!level) return false;
    const item = level.items.next();
    if (item === null) this.#leave(level);
    else if (Array.isArray(item)) this.#text(level, item);
    else if (isElement(item)) this.#element(level, item);
    else this.#comment(level, item);
    return true;
  }

  /** Gives up what is left. */
  stop(): void {
    this.texts.collector.truncated += this.#stack.length;
    this.#stack.length = 0;
  }

  #leave({ items }: Level): void {
    if (items.isLost) this.texts.collector.truncated += 1;
    this.#stack.pop();
  }

  #enterRoot(root: Document | ShadowRoot, place: Place | null, via: Border): void {
    this.ports.onRoot?.(root);
    const gatherer = createFieldGatherer(root);
    this.#stack.push({
      node: root,
      place,
      via,
      gatherer,
      silent: false,
      items: new Items(root),
    });
  }

  #element(level: Level, element: Element): void {
    if (natives.parentNode(element) !== level.node) return;
    this.found.elements += 1;
    const names = natives.attributeNames(element);
    const place = placeOf(level, element, names);
    const { tag } = place.view;
    const field = names.length > 0 || FIELD_TAGS.has(tag) ? isField(element) : false;
    const silent = level.silent || isSilent(element);
    if (!silent) level.gatherer.see(element);
    if (names.length > 0) this.texts.attributes(place, names, field);
    if (field) this.found.fields.push({ place, gatherer: level.gatherer });
    if (FRAME_TAGS.has(tag)) this.found.frames.push(place);
    if (!SILENT.has(tag) && natives.firstChild(element)) {
      const { gatherer } = level;
      const items = new Items(element);
      this.#stack.push({ node: element, place, via: 'child', gatherer, silent, items });
    }
    if (canHostShadow(tag)) this.#shadow(element, place);
  }

  #shadow(element: Element, place: Place): void {
    const shadow = openShadow(element, this.ports.closedShadowRoot);
    if (!shadow) return;
    this.found.shadowRoots[shadow.kind] += 1;
    if (shadow.kind === 'unreadable') return;
    const { root, kind } = shadow;
    this.#enterRoot(root, place, kind === 'open' ? 'shadow-open' : 'shadow-closed');
  }

  #text(level: Level, nodes: readonly CharacterData[]): void {
    const { gatherer, silent } = level;
    const place = placeStraightIn(level);
    if (!place) return;
    const isSeen = !silent && !FIELD_TAGS.has(place.view.tag);
    // One character more than may be looked at, so that the limit shows.
    const most = LIMITS.text + 1;
    let text = '';
    for (const node of nodes) {
      if (isSeen) gatherer.see(node);
      const room = most - text.length;
      text += natives.length(node) > room ? substring.call(node, 0, room) : natives.data(node);
      if (text.length >= most) break;
    }
    const { tag } = place.view;
    const isTitle = tag === 'title' && place.above?.view.tag === 'head';
    const isOption = tag === 'option' || tag === 'optgroup';
    this.texts.text(place, text, isTitle ? 'document-title' : isOption ? 'option-text' : 'text');
  }

  #comment(level: Level, node: Node): void {
    const place = placeStraightIn(level);
    if (!place || !isCharacterData(node)) return;
    this.texts.attribute(place, 'comment', '', substring.call(node, 0, LIMITS.attribute));
  }
}

interface Level {
  readonly node: Node;
  /** Of the element that the items are in; null for the document itself. */
  readonly place: Place | null;
  readonly via: Border;
  readonly gatherer: FieldGatherer;
  /** Inside something whose text is no label of anything. */
  readonly silent: boolean;
  readonly items: Items;
}

function placeOf(level: Level, element: Element, names: readonly string[]): Place {
  const { place: above, via } = level;
  const isTop = above === null || via === 'iframe';
  const view = new ElementView(element, isTop ? 0 : above.view.depth + 1);
  const facts = elementFacts(view, names);
  const around = isTop ? rootSurroundings(facts.lang) : above.surroundings;
  const surroundings = enterSurroundings(around, facts, () => elementsIn(view));
  const outside = isTop ? null : above.editable;
  const editable = outside ?? (facts.contentEditable ? { found: new Set<string>() } : null);
  return new Place(view, via, above, surroundings, editable, isClickable(view, names));
}

/** Where text and comments stand: straight in a shadow root is beyond the border of its host. */
function placeStraightIn({ place, via }: Level): Place | null {
  if (!place || via === 'child') return place;
  return new Place(place.view, via, place, place.surroundings, place.editable);
}

const isCharacterData = (node: Node): node is CharacterData => natives.nodeType(node) === COMMENT;

const COMMENT = 8;

/** Their content is code, or not part of the page. */
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object']);
const FRAME_TAGS = new Set(['iframe', 'frame', 'fencedframe', 'object', 'embed']);
const FIELD_TAGS = new Set(['input', 'select', 'textarea']);

const { substringData: substring } = CharacterData.prototype;
