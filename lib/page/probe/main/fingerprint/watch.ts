import { dictionary, now, slice } from '../natives';
import type { Tape } from '../tape';
import { tapAudio } from './audio';
import { callingScript } from './caller';
import { tapCanvas } from './canvas';
import type { NoteReading } from './contract';
import { tapFonts } from './fonts';
import { tapWebGl } from './webgl';

/**
 * Witnesses of what tells one browser from others (https://www.w3.org/TR/fingerprinting-guidance/):
 * canvas, audio, fonts and the graphics card. Each is noted once for each script that called. A
 * recorder that takes pictures of canvases reads them in the same way, and is noted for that.
 */
export function watchFingerprinting(win: Window & typeof globalThis, tape: Tape): void {
  const seen = dictionary<boolean>();
  const looks = dictionary<number>();
  const note: NoteReading = (detail) => {
    // Stacks have their price: a page that reads its canvas for every frame pays it this often.
    const count = (looks[detail] ?? 0) + 1;
    looks[detail] = count;
    if (count > MAX_LOOKS) return;
    const by = callingScript();
    if (seen[`${detail} ${by}`] === true) return;
    seen[`${detail} ${by}`] = true;
    tape.rare('call', now(), {
      what: 'fingerprint',
      recorder: null,
      detail,
      by: slice(by, 0, 500),
    });
  };
  each(
    () => tapCanvas(win, note),
    () => tapAudio(win, note),
    () => tapFonts(win, note),
    () => tapWebGl(win, note),
  );
}

const MAX_LOOKS = 40;

/** What this browser does not have leaves the others their place. */
function each(...works: (() => void)[]): void {
  for (let i = 0; i < works.length; i++) {
    try {
      works[i]?.();
    } catch {
      // What cannot be tapped gives no evidence.
    }
  }
}
