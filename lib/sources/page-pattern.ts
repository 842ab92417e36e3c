/**
 * Addresses of one template: `*` stands for any characters, slashes too, and everything else for
 * itself. The whole address must fit; a fragment never counts.
 */
export function matchesPattern(url: string, pattern: string): boolean {
  const text = withoutFragment(url);
  const parts = withoutFragment(pattern).split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  // Each part at its first place: if any way fits, this one does. No backtracking, so no long waits.
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** The pattern as a regular expression, anchored, in the part of the syntax that RE2 shares. */
export function patternToRegExp(pattern: string): string {
  const parts = withoutFragment(pattern).split('*');
  return `^${parts.map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`;
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
