/**
 * A number as people type it: with a unit behind it, with thousands apart (`1,900`, `1 900`,
 * `1.900`) or with a decimal comma. NaN where it is none.
 */
export function readNumber(typed: string): number {
  const text = typed.replace(/(%|px)\s*$/, '').replace(/[\s'’]/g, '');
  if (!/^-?[\d.,]+$/.test(text)) return Number.NaN;
  const isGrouped = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text);
  return Number(isGrouped ? text.replace(/[.,]/g, '') : text.replace(',', '.'));
}
