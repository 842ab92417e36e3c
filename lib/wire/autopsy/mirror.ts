import { classifyFields, enterSurroundings, rootSurroundings } from '../../pii';
import type { PiiClass } from '../../protocol/pii-classes';
import { redactSelector } from '../../report/redact-selector';
import { looksRandom } from '../../report/shapes';
import { FIELD_TAGS, fieldFactsOf } from './field-facts';
import type { MirrorNode } from './mirror-node';

/** The nodes of one recorded page, as far as events have told of them. */
export class Mirror {
  readonly #nodes = new Map<number, MirrorNode>();
  readonly #classes = new Map<MirrorNode, PiiClass | null>();
  readonly #selectors = new Map<MirrorNode, string>();
  #fresh: MirrorNode[] = [];

  clear(): void {
    this.#nodes.clear();
    this.#classes.clear();
    this.#selectors.clear();
    this.#fresh = [];
  }

  get(id: number): MirrorNode | null {
    return this.#nodes.get(id) ?? null;
  }

  add(
    id: number,
    parent: MirrorNode | null,
    tag: string,
    attributes: Readonly<Record<string, string>>,
    text: string,
  ): MirrorNode {
    const above = parent?.surroundings ?? rootSurroundings('');
    const surroundings =
      tag === '' ? above : enterSurroundings(above, elementFacts(tag, attributes));
    const kept = text.slice(0, MOST_TEXT);
    const node = { id, parent, tag, attributes, text: kept, children: [], surroundings };
    this.#nodes.set(id, node);
    parent?.children.push(node);
    if (FIELD_TAGS.has(tag)) this.#fresh.push(node);
    return node;
  }

  /** What a field asks for. Fields that came together explain each other. */
  classOf(node: MirrorNode): PiiClass | null {
    if (this.#fresh.length > 0) {
      const fresh = this.#fresh;
      this.#fresh = [];
      const verdicts = classifyFields(fresh.map((field) => fieldFactsOf(field, rootOf(field))));
      for (const [i, field] of fresh.entries()) this.#classes.set(field, verdicts[i]?.pii ?? null);
    }
    return this.#classes.get(node) ?? null;
  }

  /** A selector for people to read; redacted, and without generated names. */
  selectorOf(node: MirrorNode | null): string {
    const element = node?.tag === '' ? node.parent : node;
    if (!element) return '';
    const known = this.#selectors.get(element);
    if (known !== undefined) return known;
    const parts: string[] = [];
    for (let at: MirrorNode | null = element; at && parts.length < MOST_PARTS; at = at.parent) {
      if (at.tag === '#document') break;
      parts.unshift(partOf(at));
      if (isStable(at.attributes.id)) break;
    }
    const selector = redactSelector(parts.join(' > '));
    this.#selectors.set(element, selector);
    return selector;
  }
}

const MOST_TEXT = 100;
const MOST_PARTS = 4;

function partOf({ tag, attributes }: MirrorNode): string {
  const { id, name, class: classes = '' } = attributes;
  if (isStable(id)) return `${tag}#${id}`;
  if (isStable(name)) return `${tag}[name="${name}"]`;
  const first = classes.split(/\s+/, 20).find(isStable);
  return first === undefined ? tag : `${tag}.${first}`;
}

/** A name that somebody chose: no number of a row, nothing generated. */
const isStable = (name: string | undefined): name is string =>
  name !== undefined &&
  /^[A-Za-z][\w-]{0,40}$/.test(name) &&
  !/\d{3}/.test(name) &&
  !looksRandom(name);

function rootOf(node: MirrorNode): MirrorNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

const elementFacts = (tag: string, attributes: Readonly<Record<string, string>>) => ({
  tag,
  id: attributes.id ?? '',
  classNames: (attributes.class ?? '').split(/\s+/, 20).filter(Boolean),
  role: attributes.role ?? '',
  ariaLabel: attributes['aria-label'] ?? '',
  itemprop: attributes.itemprop ?? '',
  testId: attributes['data-testid'] ?? '',
  lang: attributes.lang ?? '',
  contentEditable: attributes.contenteditable === 'true' || attributes.contenteditable === '',
});
