const points = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const widths = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A difference of shares (0.032) in percentage points: `+3.2`. */
export const formatPoints = (difference: number): string => points.format(difference * 100);

/** Half of an interval, in percentage points; what is there is never shown as 0. */
export const formatMargin = (margin: number): string =>
  margin > 0 && margin < 0.0005 ? '<0.1' : widths.format(margin * 100);

/**
 * The bound that a rate keeps under: `<0.001`, `<0.01`, `<0.05`, else itself. More digits of it would tell
 * the exact counts that it was reckoned from.
 */
export function formatRate(q: number): string {
  const bound = [0.001, 0.01, 0.05].find((each) => q < each);
  return bound === undefined
    ? q.toLocaleString(undefined, { maximumSignificantDigits: 1 })
    : `<${bound.toLocaleString()}`;
}
