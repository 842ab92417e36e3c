import type { Channel } from '../protocol/recorders';

/** Attributes whose channel is called otherwise, by channel. */
export const ATTRIBUTE_NAMES: Readonly<Partial<Record<Channel, string>>> = {
  'value-attribute': 'value',
  'option-value': 'value',
  'label-attribute': 'label',
  aria: 'aria-*',
  data: 'data-*',
  meta: 'content',
};
