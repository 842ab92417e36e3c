/** Pages of one kind that must have been seen before a pattern may stand for all of them. */
export const MIN_PAGES = 3;

/** Origin and path of a redacted URL. */
export function pathOf(url: string): { readonly origin: string; readonly path: string } {
  const parts = /^([a-z][a-z\d+.-]*:\/\/[^/?#]+)([^?#]*)/i.exec(url);
  return { origin: parts?.[1] ?? 'null', path: parts?.[2] || '/' };
}

/**
 * The path that a clearance covers: the one that was audited, or, where at least three pages of the
 * same shape were, a pattern with `*` for the steps in which they differ. A pattern keeps at least
 * one step of its own, so that it never stands for a whole site.
 */
export function scopeOf(path: string, seen: readonly string[]): string {
  const own = path.split('/');
  const alike = [...new Set([path, ...seen])]
    .map((other) => other.split('/'))
    .filter((other) => other.length === own.length && other[1] === own[1]);
  if (alike.length < MIN_PAGES || own.length < 3) return path;
  return own.map((step, at) => (alike.every((other) => other[at] === step) ? step : '*')).join('/');
}

/** Whether a path is inside the scope of a clearance; `*` stands for one step that is not empty. */
export function matchesPath(scope: string, path: string): boolean {
  const steps = path.split('/');
  const pattern = scope.split('/');
  return (
    steps.length === pattern.length &&
    pattern.every((step, at) => step === steps[at] || (step === '*' && steps[at] !== ''))
  );
}
