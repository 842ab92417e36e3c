import type { NodeView } from './contract';

/** An element with nothing on it, for rules that are asked about one that is not at hand. */
export const EMPTY_VIEW: NodeView = {
  tag: '',
  attribute: () => null,
  attributeNames: () => [],
  type: '',
  valueIsEmpty: true,
  hasClass: () => false,
  classNames: () => [],
  matches: () => false,
  depth: 0,
  hasLightChildren: false,
};
