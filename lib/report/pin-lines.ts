import type { Translate } from '../core/message';
import type { PlacedPin } from '../protocol/pins';

/** Pins as lines under a picture, by the numbers that stand in it. */
export const pinLines = (pins: readonly PlacedPin[], t: Translate): string[] =>
  pins.map(({ pin, number, ref }) =>
    t(ref === null ? 'heat.pins.lineGone' : 'heat.pins.line', [
      String(number),
      pin.label === '' ? pin.role : pin.label,
      pin.note.replace(/\s+/g, ' '),
    ]),
  );
