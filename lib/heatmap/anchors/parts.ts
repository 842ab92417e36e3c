import { HushmapError } from '../../core/errors';
import type { AnchoredPart } from '../../protocol/anchor-messages';
import type { Anchor } from '../../protocol/heat-kinds';
import type { AnchoredCells } from '../anchored';
import { decodeBase64, encodeBase64 } from '../base64';

/** Anchored cells as they travel: `[anchor, x, y, count]` a cell. They hold no people. */
export interface PackedAnchored {
  readonly data: Float32Array;
}

/** Numbers a cell. A Float32 counts anchors exactly up to 16 million. */
export const ANCHORED_STRIDE = 4;

interface Given {
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
}

/** Characters of selectors, and of cells, a part: together well under the 1 MB of a message. */
const MOST_TEXT = 262_144;
const MOST_PACKED = 524_288;
const CELLS_PER_PART = Math.floor((MOST_PACKED * 3) / 4 / (ANCHORED_STRIDE * 4));

/**
 * One part of the anchors and their cells. Anchors and cells are cut apart by themselves: a part has
 * the next of both, and a cell's anchor may come in another part.
 */
export function anchoredPart(mapId: string, { anchors, cells }: Given, part: number): AnchoredPart {
  const cuts = cutAnchors(anchors);
  const parts = Math.max(1, cuts.length, Math.ceil(cells.length / CELLS_PER_PART));
  if (part >= parts) throw new HushmapError('message.invalid', ['overlay.anchors']);
  const [from, to] = cuts[part] ?? [anchors.length, anchors.length];
  return {
    mapId,
    part,
    parts,
    anchors: anchors.slice(from, to).map(({ selectors }) => selectors),
    cells: encode(
      cells,
      part * CELLS_PER_PART,
      Math.min(cells.length, (part + 1) * CELLS_PER_PART),
    ),
  };
}

function cutAnchors(anchors: readonly Anchor[]): (readonly [from: number, to: number])[] {
  const cuts: (readonly [number, number])[] = [];
  let from = 0;
  let length = 0;
  anchors.forEach(({ selectors }, i) => {
    // Quotes, commas, and what JSON escapes.
    const own = selectors.reduce((sum, text) => sum + JSON.stringify(text).length + 1, 2);
    if (length + own > MOST_TEXT && i > from) {
      cuts.push([from, i]);
      from = i;
      length = 0;
    }
    length += own;
  });
  if (from < anchors.length) cuts.push([from, anchors.length]);
  return cuts;
}

function encode(cells: AnchoredCells, from: number, to: number): string {
  if (from >= to) return '';
  const bytes = new DataView(new ArrayBuffer((to - from) * ANCHORED_STRIDE * 4));
  for (let i = from; i < to; i++) {
    const at = (i - from) * ANCHORED_STRIDE * 4;
    bytes.setFloat32(at, cells.anchor[i] ?? 0, true);
    bytes.setFloat32(at + 4, cells.x[i] ?? 0, true);
    bytes.setFloat32(at + 8, cells.y[i] ?? 0, true);
    bytes.setFloat32(at + 12, cells.count[i] ?? 0, true);
  }
  return encodeBase64(new Uint8Array(bytes.buffer));
}

/** A part's cells. Throws `message.invalid` for anything that is not whole and finite. */
export function decodeAnchored(base64: string): PackedAnchored {
  const bytes = decodeBase64(base64);
  if (bytes === null || bytes.byteLength % (ANCHORED_STRIDE * 4) !== 0) throw invalid();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float32Array(bytes.byteLength / 4);
  for (let i = 0; i < data.length; i++) {
    const value = view.getFloat32(i * 4, true);
    if (!Number.isFinite(value)) throw invalid();
    data[i] = value;
  }
  return { data };
}

const invalid = () => new HushmapError('message.invalid', ['overlay.anchors']);
