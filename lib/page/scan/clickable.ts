import type { Place } from './place';

/** The nearest element at or around a place that people click on; null: there is none. */
export function clickableAround(place: Place): Place | null {
  for (let at: Place | null = place; at && at.via !== 'iframe'; at = at.above) {
    if (isClickable(at)) return at;
  }
  return null;
}

function isClickable({ view }: Place): boolean {
  if (CLICKED_TAGS.has(view.tag)) return true;
  const role = view.attribute('role');
  return (role !== null && CLICKED_ROLES.has(role)) || view.attribute('onclick') !== null;
}

const CLICKED_TAGS: ReadonlySet<string> = new Set(['a', 'button', 'summary', 'label']);
const CLICKED_ROLES: ReadonlySet<string> = new Set([
  'button',
  'link',
  'tab',
  'menuitem',
  'option',
  'treeitem',
  'row',
]);
