/**
 * A pattern of pages as PostHog's `url_pattern` and `match()` take it: RE2, anchored, and by the rules
 * of `matchesPattern` (`*` stands for any characters before a fragment, all else for itself, a
 * fragment never counts). PostHog keeps fragments in its addresses, so one may follow.
 *
 * No `*` is written: PostHog's heatmaps turn each that does not follow a dot into `.+`
 * (`anchor_url_pattern` in its heatmaps_api.py), and `{0,}` means the same to RE2.
 */
export function toUrlPattern(pattern: string): string {
  const parts = pattern.replace(/#.*$/s, '').split('*');
  return `^${parts.map(literally).join('[^#]{0,}')}(?:#.{0,})?$`;
}

const literally = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
