import { getterOf, mapGet, mapSet } from '../natives';
import { type Witness, wrapMethod } from '../wrap';
import type { NoteReading } from './contract';

/**
 * Reading back a tone that was made to be read: an oscillator through a compressor, rendered offline
 * or read by an analyser (Englehardt and Narayanan, CCS 2016). A page that plays or shows sound has
 * no oscillator and compressor in one, or does not read them.
 */
export function tapAudio(win: Window & typeof globalThis, note: NoteReading): void {
  if (!('BaseAudioContext' in win)) return;
  const parts = new WeakMap<object, unknown>();
  const mark =
    (part: number): Witness =>
    (self) => {
      const context = self as object;
      mapSet(parts, context, partsOf(context) | part);
    };
  // Only this file writes into the map.
  const partsOf = (context: object): number => (mapGet(parts, context) as number | undefined) ?? 0;
  const judge = (context: object | undefined): void => {
    if (context !== undefined && partsOf(context) === OSCILLATOR + COMPRESSOR) note('audio');
  };

  wrapMethod(win.BaseAudioContext.prototype, 'createOscillator', mark(OSCILLATOR));
  wrapMethod(win.BaseAudioContext.prototype, 'createDynamicsCompressor', mark(COMPRESSOR));
  wrapMethod(win.OfflineAudioContext.prototype, 'startRendering', (self) => judge(self as object));
  const contextOf = getterOf<object>(win.AudioNode.prototype, 'context');
  const read: Witness = (self) => judge(contextOf?.(self as object));
  for (let i = 0; i < READERS.length; i++) {
    wrapMethod(win.AnalyserNode.prototype, READERS[i] ?? '', read);
  }
}

const OSCILLATOR = 1;
const COMPRESSOR = 2;
const READERS = [
  'getFloatFrequencyData',
  'getByteFrequencyData',
  'getFloatTimeDomainData',
] as const;
