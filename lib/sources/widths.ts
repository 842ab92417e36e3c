/** Widths of the window, whole CSS px, both included: 1023 holds 1023.5 too. */
export interface Widths {
  readonly min: number;
  /** `ALL_WIDTHS.max`: that and all wider. */
  readonly max: number;
}

/** No page is looked at in a wider window; where one is, the last px stands for it. */
export const ALL_WIDTHS: Widths = { min: 0, max: 10_000 };

/** A band as somebody set it, or as a link says: in whole px, from its lesser end to its greater one. */
export function wholeWidths({ min, max }: Widths): Widths {
  const within = (width: number) => Math.min(ALL_WIDTHS.max, Math.max(0, width));
  return {
    min: within(Math.floor(Math.min(min, max))),
    max: within(Math.ceil(Math.max(min, max))),
  };
}

/** Whether widths have no upper end. */
export const isOpen = ({ max }: Widths): boolean => max >= ALL_WIDTHS.max;
