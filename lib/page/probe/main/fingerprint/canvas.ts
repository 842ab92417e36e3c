import { getterOf, mapGet, mapSet } from '../natives';
import { type Witness, wrapMethod } from '../wrap';
import type { NoteReading } from './contract';

/**
 * Reading back a canvas that text was drawn on, larger than 16 × 16: the marks that Englehardt and
 * Narayanan (CCS 2016) took for canvas fingerprinting. A readback by way of `createImageBitmap`,
 * which a recorder hands to its worker, counts too.
 */
export function tapCanvas(win: Window & typeof globalThis, note: NoteReading): void {
  const written = new WeakMap<object, unknown>();

  const tapKind = (canvas: object, context: object, readers: readonly string[]): Witness => {
    const canvasOf = getterOf<object>(context, 'canvas');
    const width = getterOf<number>(canvas, 'width');
    const height = getterOf<number>(canvas, 'height');
    // The getters throw on what is none of their kind, and `wrapMethod` swallows that.
    const mark: Witness = (self) => mapSet(written, canvasOf?.(self as object) ?? NONE, true);
    const read: Witness = (self) => {
      const target = self as object;
      if (mapGet(written, target) !== true) return;
      if ((width?.(target) ?? 0) > SMALL && (height?.(target) ?? 0) > SMALL) note('canvas');
    };
    wrapMethod(context, 'fillText', mark);
    wrapMethod(context, 'strokeText', mark);
    wrapMethod(context, 'getImageData', (self, args) => {
      if (isLarge(args[2]) && isLarge(args[3])) read(canvasOf?.(self as object), args);
    });
    for (let i = 0; i < readers.length; i++) wrapMethod(canvas, readers[i] ?? '', read);
    return read;
  };

  const read = tapKind(win.HTMLCanvasElement.prototype, win.CanvasRenderingContext2D.prototype, [
    'toDataURL',
    'toBlob',
    'captureStream',
  ]);
  wrapMethod(win, 'createImageBitmap', (_, args) => read(args[0], args));
  if (!('OffscreenCanvas' in win)) return;
  tapKind(win.OffscreenCanvas.prototype, win.OffscreenCanvasRenderingContext2D.prototype, [
    'convertToBlob',
    'transferToImageBitmap',
  ]);
}

const SMALL = 16;
/** Stands for a canvas where the browser's context has none to give. */
const NONE = {};

const isLarge = (size: unknown): boolean =>
  typeof size === 'number' && (size > SMALL || size < -SMALL);
