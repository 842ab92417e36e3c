import type { NodeView } from '../contract';
import { EMPTY_VIEW } from '../empty-view';

const REACHED: readonly string[] = [
  '*',
  'html',
  'head',
  'title',
  'head > title',
  'html *',
  'head *',
];

/** The title of a page that is asked about as a whole, before its element is known. */
export const TITLE: NodeView = {
  ...EMPTY_VIEW,
  tag: 'title',
  matches: (selector) => selector.split(',').some((part) => REACHED.includes(part.trim())),
  depth: 2,
  hasLightChildren: true,
};
