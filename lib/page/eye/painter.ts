import { natives } from '../natives';
import type { Item } from './items';
import type { Look } from './looks';
import { type Box, inSight } from './sight';

/** Draws the looks of one side of the slider into a layer. Only what is in sight is drawn. */
export function paint(layer: HTMLElement, items: readonly Item[], side: number): void {
  const drawn: HTMLElement[] = [];
  const clips = new Map<Element, Box>();
  for (const { element, covers, looks } of items) {
    const look = looks[side];
    if (!look || !natives.isConnected(element)) continue;
    const boxes = covers === 'text' ? textBoxes(element) : [natives.box(element)];
    const seen = inSight(element, boxes, clips);
    if (seen.length === 0) continue;
    const style = covers === 'text' || look.kind === 'stars' ? fontOf(element) : null;
    drawn.push(...seen.map((box, index) => draw(layer.ownerDocument, box, look, style, index)));
  }
  layer.replaceChildren(...drawn);
}

function textBoxes(element: Element): DOMRect[] {
  const boxes: DOMRect[] = [];
  for (let node = natives.firstChild(element); node; node = natives.nextSibling(node)) {
    if (natives.nodeType(node) !== TEXT) continue;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(node);
    boxes.push(...range.getClientRects());
  }
  return boxes;
}

const TEXT = 3;

interface Font {
  readonly font: string;
  readonly color: string;
  readonly background: string;
}

function fontOf(element: Element): Font {
  const { font, color } = getComputedStyle(element);
  return { font, color, background: backgroundOf(element) };
}

/**
 * The nearest colour behind a text, made opaque: whatever is masked must not shine through. White
 * where all of it is next to transparent.
 */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    const [, rgb, alpha = '1'] =
      /^rgba?\((\d+, \d+, \d+)(?:, ([\d.]+))?\)$/.exec(backgroundColor) ?? [];
    if (rgb && Number(alpha) > 0.4) return `rgb(${rgb})`;
  }
  return '#fff';
}

function draw(
  document: Document,
  { left, top, right, bottom }: Box,
  look: Look,
  font: Font | null,
  line: number,
): HTMLElement {
  const height = bottom - top;
  const box = natives.create(document, 'div');
  box.className = look.kind;
  Object.assign(box.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${height}px`,
  });
  if (look.kind === 'stars' && font) {
    Object.assign(box.style, { font: font.font, color: font.color, background: font.background });
    box.style.lineHeight = `${height}px`;
    // A text of several lines is several boxes; each takes its part of the stars.
    const stars = look.text.trim();
    box.textContent = line === 0 ? stars : stars.slice(-Math.ceil(stars.length / (line + 1)));
  }
  return box;
}
