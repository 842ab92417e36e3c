/** What people and pages write between the digits of one number. */
const SEPARATORS = ' -.()/\u00a0\u2009\u202f';

/**
 * Numbers that are written in groups, without what is between the groups, a line each. Numbers that
 * are written in one are left out: they can be found as they are.
 */
export function groupedNumbers(text: string): string {
  const numbers: string[] = [];
  let start = -1;
  let last = -1;
  let isGrouped = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code > 47 && code < 58) {
      if (start < 0) start = i;
      else if (i - last > 1) isGrouped = true;
      last = i;
      continue;
    }
    if (start < 0 || (i - last <= MOST_GAP && code !== 0 && SEPARATORS.includes(text.charAt(i))))
      continue;
    if (isGrouped && last - start >= LEAST) numbers.push(digitsOf(text.slice(start, last + 1)));
    start = -1;
    isGrouped = false;
  }
  return numbers.join('\n');
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const LEAST = 10;
/** `) ` and `) - ` */
const MOST_GAP = 3;
