/** One look at a page: a PNG in base64, and where its top edge lies in the whole picture, px. */
interface Piece {
  readonly png: string;
  readonly top: number;
}

export interface Caption {
  readonly title: string;
  readonly lines: readonly string[];
  /** Colours from 0 to the peak, on white; null: the picture has no scale. */
  readonly legend: {
    readonly stops: readonly { readonly at: number; readonly color: string }[];
    readonly from: string;
    readonly to: string;
  } | null;
}

const EDGE = 24;
const TITLE = 22;
const LINE = 19;
const BAR = 12;

/** Puts pieces together, as one PNG under its caption if there is one. Later pieces lie over earlier ones. */
export async function stitch(
  pieces: readonly Piece[],
  size: { readonly width: number; readonly height: number },
  caption: Caption | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = caption === null ? [] : wrapped(caption, size.width - 2 * EDGE);
  const scale = caption?.legend ? BAR + LINE + 14 : 6;
  const head = caption === null ? 0 : EDGE + TITLE + rows.length * LINE + scale + 10;
  const canvas = new OffscreenCanvas(size.width, head + size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser lends no canvas.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const { png, top } of pieces) {
    const image = await createImageBitmap(pngOf(png));
    context.drawImage(image, 0, head + Math.round(top));
    image.close();
  }
  // Over whatever a piece may have put above its place.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, head);
  if (caption !== null) drawCaption(context, caption, rows, size.width);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

const FONT = 'system-ui, sans-serif';

function drawCaption(
  context: OffscreenCanvasRenderingContext2D,
  { title, legend }: Caption,
  rows: readonly string[],
  width: number,
): void {
  context.textBaseline = 'top';
  context.fillStyle = '#111827';
  context.font = `600 16px ${FONT}`;
  context.fillText(title, EDGE, EDGE - 6, width - 2 * EDGE);
  context.font = `13px ${FONT}`;
  context.fillStyle = '#4b5563';
  let y = EDGE + TITLE - 2;
  for (const row of rows) {
    context.fillText(row, EDGE, y, width - 2 * EDGE);
    y += LINE;
  }
  if (legend === null) return;
  const bar = Math.min(320, width - 2 * EDGE);
  const colours = context.createLinearGradient(EDGE, 0, EDGE + bar, 0);
  for (const { at, color } of legend.stops) colours.addColorStop(at, color);
  y += 6;
  context.fillStyle = colours;
  context.fillRect(EDGE, y, bar, BAR);
  context.strokeStyle = '#d1d5db';
  context.strokeRect(EDGE + 0.5, y + 0.5, bar - 1, BAR - 1);
  context.fillStyle = '#4b5563';
  context.fillText(legend.from, EDGE, y + BAR + 4);
  context.textAlign = 'right';
  context.fillText(legend.to, EDGE + bar, y + BAR + 4);
}

/** Lines broken between words, so that none is wider than the picture. */
function wrapped({ lines }: Caption, width: number): string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return [...lines];
  context.font = `13px ${FONT}`;
  return lines.flatMap((line) => {
    const rows: string[] = [];
    let row = '';
    for (const word of line.split(' ')) {
      const longer = row === '' ? word : `${row} ${word}`;
      if (row !== '' && context.measureText(longer).width > width) {
        rows.push(row);
        row = word;
      } else {
        row = longer;
      }
    }
    return [...rows, row];
  });
}

function pngOf(base64: string): Blob {
  const text = atob(base64);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
