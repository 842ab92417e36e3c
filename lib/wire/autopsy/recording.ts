import type { PiiClass } from '../../protocol/pii-classes';
import { isObject, type Json, listIn, numberIn, objectIn, textIn } from './json';
import { isMasked, look } from './look';
import { Mirror } from './mirror';
import type { MirrorNode } from './mirror-node';
import type { AutopsyChannel } from './report-schema';

/** What a recording's reader does with what it finds. */
export interface RecordingPort {
  found(pii: PiiClass, channel: AutopsyChannel, where: string, time: number): void;
  /** A part of an event that is no part of a page: walked string by string. */
  other(value: unknown, keys: string, time: number): void;
  tooDeep(): void;
}

/** Whether a value is an event as rrweb and its kin record them. */
export const isEvent = (value: unknown): value is Json =>
  isObject(value) &&
  typeof value.type === 'number' &&
  typeof value.timestamp === 'number' &&
  value.data !== undefined;

/** Event types and sources of incremental events, as rrweb numbers them. */
const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const META = 4;
const MUTATION = 0;
const INPUT = 5;
const ELEMENT = 2;
const TEXTS: ReadonlyMap<number, AutopsyChannel> = new Map([
  [3, 'text'],
  [4, 'text'],
  [5, 'comment'],
]);
const MOST_DEPTH = 1000;

/** Reads the events of one window of a recording, in order, and keeps a mirror of its page. */
export class RecordingReader {
  readonly #mirror = new Mirror();

  constructor(private readonly port: RecordingPort) {}

  read(event: Json): void {
    const time = numberIn(event, 'timestamp');
    const type = numberIn(event, 'type');
    const data = objectIn(event, 'data');
    if (type === FULL_SNAPSHOT && isObject(data.node)) {
      this.#mirror.clear();
      this.#node(data.node, null, time, 0);
    } else if (type === META) {
      for (const pii of look(textIn(data, 'href'), 'url'))
        this.port.found(pii, 'page-url', '', time);
    } else if (type === INCREMENTAL && data.source === MUTATION) this.#mutation(data, time);
    else if (type === INCREMENTAL && data.source === INPUT) this.#input(data, time);
    else this.port.other(event.data, textIn(data, 'tag') || textIn(data, 'plugin'), time);
  }

  #mutation(data: Json, time: number): void {
    for (const add of listIn(data, 'adds')) {
      if (!isObject(add) || !isObject(add.node)) continue;
      this.#node(add.node, this.#mirror.get(numberIn(add, 'parentId')), time, 0);
    }
    for (const change of listIn(data, 'texts')) {
      if (!isObject(change)) continue;
      const node = this.#mirror.get(numberIn(change, 'id'));
      this.#text(textIn(change, 'value'), 'text', node, time);
    }
    for (const change of listIn(data, 'attributes')) {
      if (!isObject(change)) continue;
      const node = this.#mirror.get(numberIn(change, 'id'));
      this.#attributes(objectIn(change, 'attributes'), node, time);
    }
  }

  #input(data: Json, time: number): void {
    const node = this.#mirror.get(numberIn(data, 'id'));
    const type = node?.attributes.type ?? '';
    if (/^(?:checkbox|radio)$/i.test(type) && data.isChecked !== true) return;
    this.#value(textIn(data, 'text'), node, time);
  }

  /** A value is personal by what its field asks for, or by what it is. */
  #value(text: string, node: MirrorNode | null, time: number): void {
    if (isMasked(text)) return;
    const classes = new Set(look(text, 'any'));
    const asked = node ? this.#mirror.classOf(node) : null;
    if (asked !== null && asked !== 'search' && classes.size === 0) classes.add(asked);
    this.#found(classes, 'value', node, time);
  }

  #text(text: string, channel: AutopsyChannel, node: MirrorNode | null, time: number): void {
    const parent = node?.tag === '' ? node.parent : node;
    if (node) node.text = text.slice(0, 100);
    const isCode = parent !== null && /^(?:script|noscript|template)$/.test(parent.tag);
    if (isCode) return;
    const as = parent?.tag === 'style' ? 'any' : 'text';
    const place =
      parent?.tag === 'style' ? 'style' : parent?.tag === 'title' ? 'document-title' : channel;
    this.#found(look(text, as, parent?.surroundings), place, node, time);
  }

  #attributes(attributes: Json, node: MirrorNode | null, time: number): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value !== 'string' || value === '') continue;
      if (name === 'value' && node && VALUED.has(node.tag)) this.#value(value, node, time);
      else {
        const [channel, as] = channelOf(name, node?.tag ?? '');
        this.#found(look(value, as, node?.surroundings), channel, node, time);
      }
    }
  }

  /** A recorded node with all that is in it. */
  #node(json: Json, parent: MirrorNode | null, time: number, depth: number): void {
    if (depth > MOST_DEPTH) {
      this.port.tooDeep();
      return;
    }
    const id = numberIn(json, 'id');
    const type = numberIn(json, 'type');
    const channel = TEXTS.get(type);
    if (channel) {
      const text = textIn(json, 'textContent');
      this.#text(text, channel, this.#mirror.add(id, parent, '', {}, text), time);
      return;
    }
    const attributes = objectIn(json, 'attributes');
    const tag = type === ELEMENT ? textIn(json, 'tagName').toLowerCase() || 'div' : '#document';
    const node = this.#mirror.add(id, parent, tag, stringsOf(attributes), '');
    for (const child of listIn(json, 'childNodes')) {
      if (isObject(child)) this.#node(child, node, time, depth + 1);
    }
    // After what is in it: options and labels tell what a field asks for.
    this.#attributes(attributes, node, time);
  }

  #found(
    classes: ReadonlySet<PiiClass>,
    channel: AutopsyChannel,
    node: MirrorNode | null,
    time: number,
  ): void {
    if (classes.size === 0) return;
    const where = this.#mirror.selectorOf(node);
    for (const pii of classes) this.port.found(pii, channel, where, time);
  }
}

const VALUED: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

function stringsOf(attributes: Json): Record<string, string> {
  const entries = Object.entries(attributes).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length < 500,
  );
  return Object.fromEntries(entries);
}

const LABELS: Readonly<Record<string, AutopsyChannel>> = {
  alt: 'alt',
  title: 'title',
  placeholder: 'placeholder',
  label: 'label-attribute',
};
const URLS: Readonly<Record<string, AutopsyChannel>> = {
  href: 'href',
  'xlink:href': 'href',
  src: 'src',
  rr_src: 'src',
  action: 'action',
  formaction: 'action',
};
const OTHERS: Readonly<Record<string, AutopsyChannel>> = {
  id: 'id',
  class: 'class',
  name: 'name',
  style: 'style',
  _cssText: 'style',
  content: 'meta',
  srcdoc: 'srcdoc',
  value: 'value-attribute',
};

function channelOf(name: string, tag: string): [AutopsyChannel, 'label' | 'url' | 'any'] {
  if (Object.hasOwn(LABELS, name)) return [LABELS[name] ?? 'title', 'label'];
  if (name.startsWith('aria-')) return ['aria', 'label'];
  if (Object.hasOwn(URLS, name)) return [URLS[name] ?? 'href', 'url'];
  if (name === 'value' && tag === 'option') return ['option-value', 'any'];
  if (Object.hasOwn(OTHERS, name)) return [OTHERS[name] ?? 'data', 'any'];
  return ['data', 'any'];
}
