import type { ElementView } from '../node-view';

/**
 * Whether an element is one that people click on.
 *
 * @param names of its attributes, so that most elements cost one look.
 */
export function isClickable(view: ElementView, names: readonly string[]): boolean {
  if (CLICKED_TAGS.has(view.tag)) return true;
  if (names.includes('onclick')) return true;
  return names.includes('role') && CLICKED_ROLES.has(view.attribute('role') ?? '');
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
