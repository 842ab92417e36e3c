import { enterSurroundings, rootSurroundings } from '../../pii';
import type { Border } from '../../recorders/contract';
import { createFieldGatherer, type FieldGatherer, isField, isSilent } from '../fields';
import { isElement, natives } from '../natives';
import { ElementView, elementFacts } from '../node-view';
import { isClickable } from './clickable';
import { LIMITS, type ScanPorts } from './contract';
import { elementsIn } from './inside';
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
    const item = level.items[level.next++];
    if (item === undefined) this.#stack.pop();
    else if (Array.isArray(item)) this.#text(level, item);
    else if (isElement(item)) this.#element(level, item);
    else this.#comment(level, item);
    return true;
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
      items: itemsOf(root),
      next: 0,
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
      const items = itemsOf(element);
      this.#stack.push({ node: element, place, via: 'child', gatherer, silent, items, next: 0 });
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
    if (!silent && !FIELD_TAGS.has(place.view.tag)) for (const node of nodes) gatherer.see(node);
    // One character more than may be looked at, so that the limit shows.
    const read = (node: CharacterData) =>
      natives.length(node) > LIMITS.text
        ? natives.substring(node, LIMITS.text + 1)
        : natives.data(node);
    const [first] = nodes;
    const text = nodes.length === 1 && first ? read(first) : nodes.map(read).join('');
    const { tag } = place.view;
    const isTitle = tag === 'title' && place.above?.view.tag === 'head';
    const isOption = tag === 'option' || tag === 'optgroup';
    this.texts.text(place, text, isTitle ? 'document-title' : isOption ? 'option-text' : 'text');
  }

  #comment(level: Level, node: Node): void {
    const place = placeStraightIn(level);
    if (!place || !isCharacterData(node)) return;
    this.texts.attribute(place, 'comment', '', natives.substring(node, LIMITS.attribute));
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
  readonly items: readonly Item[];
  next: number;
}

/** An element, a comment, or a run of text: frameworks split a sentence into many text nodes. */
type Item = Node | CharacterData[];

function itemsOf(parent: Node): Item[] {
  const items: Item[] = [];
  let run: CharacterData[] | null = null;
  for (let node = natives.firstChild(parent); node; node = natives.nextSibling(node)) {
    const type = natives.nodeType(node);
    if (type === TEXT || type === CDATA) {
      const text = node as CharacterData; // the type says so
      if (run) {
        run.push(text);
      } else {
        run = [text];
        items.push(run);
      }
    } else if (type === COMMENT) {
      items.push(node);
    } else if (type === ELEMENT) {
      run = null;
      items.push(node);
    }
  }
  return items;
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

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const COMMENT = 8;

/** Their content is code, or not part of the page. */
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object']);
const FRAME_TAGS = new Set(['iframe', 'frame', 'fencedframe', 'object', 'embed']);
const FIELD_TAGS = new Set(['input', 'select', 'textarea']);
