import { wrapMethod } from '../wrap';
import type { NoteReading } from './contract';

/** Asking for the name of the graphics card (the extension WEBGL_debug_renderer_info). */
export function tapWebGl(win: Window & typeof globalThis, note: NoteReading): void {
  const tap = (prototype: object): void =>
    wrapMethod(prototype, 'getParameter', (_, args) => {
      if (args[0] === UNMASKED_RENDERER || args[0] === UNMASKED_VENDOR) note('webgl');
    });
  if ('WebGLRenderingContext' in win) tap(win.WebGLRenderingContext.prototype);
  if ('WebGL2RenderingContext' in win) tap(win.WebGL2RenderingContext.prototype);
}

const UNMASKED_VENDOR = 0x9245;
const UNMASKED_RENDERER = 0x9246;
