import type { FieldFacts } from '../../pii';
import type { MirrorNode } from './mirror-node';

export const FIELD_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** A recorded field as the classifier of fields wants it: what the recording shows of it. */
export function fieldFactsOf(node: MirrorNode, root: MirrorNode): FieldFacts {
  const { attributes } = node;
  const attribute = (name: string): string => attributes[name] ?? '';
  const form = ancestor(node, 'form');
  return {
    // The set of tags holds these alone.
    tag: node.tag as 'input' | 'select' | 'textarea',
    type: node.tag === 'input' ? attribute('type').toLowerCase() || 'text' : node.tag,
    name: attribute('name'),
    id: attribute('id'),
    className: attribute('class'),
    autocomplete: attribute('autocomplete'),
    label: labelOf(node, root),
    ariaLabel: attribute('aria-label'),
    placeholder: attribute('placeholder'),
    title: attribute('title'),
    nearby: '',
    section: '',
    form: form ? `${form.attributes.name ?? ''} ${form.attributes.id ?? ''}`.trim() : '',
    formKey: form?.id ?? 0,
    maxLength: whole(attribute('maxlength')),
    minLength: whole(attribute('minlength')),
    pattern: attribute('pattern'),
    inputMode: attribute('inputmode'),
    min: attribute('min'),
    max: attribute('max'),
    options: node.tag === 'select' ? optionsOf(node) : [],
    lang: node.surroundings.lang,
    visible: true,
  };
}

const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

function ancestor(node: MirrorNode, tag: string): MirrorNode | null {
  let at = node.parent;
  while (at && at.tag !== tag) at = at.parent;
  return at;
}

function labelOf(node: MirrorNode, root: MirrorNode): string {
  const around = ancestor(node, 'label');
  if (around) return textOf(around);
  const { id = '', 'aria-labelledby': by = '' } = node.attributes;
  const wanted = by.split(/\s+/, 1)[0] ?? '';
  if (id === '' && wanted === '') return '';
  const scope = ancestor(node, 'form') ?? root;
  const label = find(
    scope,
    ({ tag, attributes }) =>
      (id !== '' && tag === 'label' && attributes.for === id) ||
      (wanted !== '' && attributes.id === wanted),
  );
  return label ? textOf(label) : '';
}

/** The first node of a kind among the first few thousand, in the order of the document. */
function find(root: MirrorNode, isIt: (node: MirrorNode) => boolean): MirrorNode | null {
  const queue = [root];
  for (let looked = 0; looked < MOST_NODES; looked++) {
    const node = queue.pop();
    if (!node) return null;
    if (isIt(node)) return node;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) queue.push(child);
    }
  }
  return null;
}

const MOST_NODES = 3000;
const MOST_TEXT = 200;

function textOf(root: MirrorNode): string {
  let text = '';
  find(root, (node) => {
    if (node.tag === '') text += ` ${node.text}`;
    return text.length > MOST_TEXT;
  });
  return text.trim().slice(0, MOST_TEXT);
}

const optionsOf = (select: MirrorNode): string[] =>
  select.children.slice(0, 300).map((option) => textOf(option));
