import type { Channel } from '../../protocol/recorders';

/** Channels of attributes by name; `aria-*` and the rest follow from the name. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  value: 'value-attribute',
  label: 'label-attribute',
  placeholder: 'placeholder',
  title: 'title',
  alt: 'alt',
  id: 'id',
  class: 'class',
  name: 'name',
  style: 'style',
  href: 'href',
  'xlink:href': 'href',
  cite: 'href',
  ping: 'href',
  src: 'src',
  srcset: 'src',
  imagesrcset: 'src',
  poster: 'src',
  background: 'src',
  data: 'src',
  action: 'action',
  formaction: 'action',
  srcdoc: 'srcdoc',
};

/** Attributes that hold shapes, hashes and code, where every long number looks like somebody's. */
const SHAPELESS = new Set([
  'd',
  'points',
  'path',
  'transform',
  'viewbox',
  'integrity',
  'nonce',
  'crossorigin',
  'sizes',
  'media',
  'width',
  'height',
  'tabindex',
  'pattern',
  'type',
  'rel',
  'for',
  'dir',
  'lang',
  'charset',
  'role',
  'method',
  'target',
  'autocomplete',
  'contenteditable',
]);

/** The channel of an attribute; null: nothing of a person can be in it. */
export function channelOf(tag: string, name: string): Channel | null {
  if (SHAPELESS.has(name) || (tag !== 'a' && name.startsWith('on'))) return null;
  if (name === 'value' && (tag === 'option' || tag === 'data' || tag === 'li'))
    return 'option-value';
  if (name === 'content' && tag === 'meta') return 'meta';
  if (name.startsWith('aria-')) return 'aria';
  // Attributes of a page's own making are recorded like `data-*`.
  return Object.hasOwn(CHANNELS, name) ? (CHANNELS[name] ?? null) : 'data';
}

export const isUrlChannel = (channel: Channel): boolean =>
  channel === 'href' || channel === 'src' || channel === 'action';

/** Channels of words for people, where a name can stand as it does in the text around. */
export const isWordChannel = (channel: Channel): boolean =>
  channel === 'alt' || channel === 'aria' || channel === 'title' || channel === 'label-attribute';
