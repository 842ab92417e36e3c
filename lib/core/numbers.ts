const numbers = new Intl.NumberFormat();
const wholes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export const formatCount = (count: number): string => numbers.format(count);

/** `0.243` becomes `24`; below 10 % one decimal is kept, and what is there is never shown as 0. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1';
  return (percent > 0 && percent < 9.95 ? tenths : wholes).format(percent);
}
