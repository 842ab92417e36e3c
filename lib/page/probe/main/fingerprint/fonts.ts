import { dictionary, indexOf, lower, slice } from '../natives';
import { type Witness, wrapMethod, wrapSetter } from '../wrap';
import type { NoteReading } from './contract';

/**
 * Trying which fonts are installed: text measured in, or `document.fonts` asked for, more than forty
 * families. No page is set in as many.
 */
export function tapFonts(win: Window & typeof globalThis, note: NoteReading): void {
  const families = dictionary<boolean>();
  let count = 0;
  const take = (font: string): void => {
    const family = familyOf(font);
    if (families[family] === true) return;
    families[family] = true;
    if (++count > FAMILIES) note('fonts');
  };

  // Setting a font is rarer than measuring in it: the measuring pays for a comparison.
  const tapContext = (prototype: object): void => {
    let pending = '';
    const setFont: Witness = (_, args) => {
      if (typeof args[0] === 'string') pending = args[0];
    };
    wrapSetter(prototype, 'font', setFont);
    wrapMethod(prototype, 'measureText', () => {
      if (pending === '' || count > MAX_FAMILIES) return;
      take(pending);
      pending = '';
    });
  };
  tapContext(win.CanvasRenderingContext2D.prototype);
  if ('OffscreenCanvasRenderingContext2D' in win) {
    tapContext(win.OffscreenCanvasRenderingContext2D.prototype);
  }
  wrapMethod(win.FontFaceSet.prototype, 'check', (_, args) => {
    if (typeof args[0] === 'string' && count <= MAX_FAMILIES) take(args[0]);
  });
}

const FAMILIES = 40;
const MAX_FAMILIES = 300;

/** `italic 12px "Segoe UI", monospace` is of `"segoe ui", monospace`. */
function familyOf(font: string): string {
  const text = lower(slice(font, 0, 200));
  const size = indexOf(text, 'px');
  return size === -1 ? text : slice(text, size + 2);
}
