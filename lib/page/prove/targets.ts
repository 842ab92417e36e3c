import { isPersonal } from '../../protocol/pii-classes';
import type { ProofTarget } from '../../protocol/proof';
import { leftOutOf } from '../../prove/left-out';
import { createLocator } from '../locator';
import { isHtml, natives } from '../natives';
import { fieldNatives } from '../natives-of-fields';
import type { SeenValue } from '../scan/sight';

/** A target, with what it is in this document. */
export interface Target extends Omit<ProofTarget, 'frame'> {
  readonly node: HTMLInputElement | HTMLTextAreaElement | CharacterData;
}

/** Gathers, of all that a scan sees, what a canary can be planted in. */
export function createTargetList(frame: number): {
  readonly add: (seen: SeenValue) => void;
  readonly targets: readonly Target[];
  /** What was beyond the limits. */
  more(): number;
} {
  const locate = createLocator();
  const targets: Target[] = [];
  const known = new Set<Node>();
  const perTemplate = new Map<string, number>();
  const keys = new Map<string, number>();
  let more = 0;

  function push(element: Element, target: Omit<Target, 'key' | 'selector'>): void {
    if (known.has(target.node)) return;
    known.add(target.node);
    const { selector, template } = locate(element);
    const kind = `${target.kind} ${template}`;
    const alike = (perTemplate.get(kind) ?? 0) + 1;
    perTemplate.set(kind, alike);
    // Rows of one list are taken alike: two of them stand for all.
    const isOneOfMany = target.kind === 'text' && alike > MOST_OF_A_TEMPLATE;
    if (targets.length >= MOST_TARGETS || isOneOfMany) {
      more += 1;
      return;
    }
    const base = `${frame} ${target.kind} ${selector}`;
    const twins = (keys.get(base) ?? 0) + 1;
    keys.set(base, twins);
    // Two texts of one element, or two fields that no selector tells apart.
    targets.push({ ...target, selector, key: twins === 1 ? base : `${base} ${twins}` });
  }

  return {
    targets,
    more: () => more,
    add(seen) {
      const { element } = seen.place.view;
      if (seen.channel === 'value') {
        const field = fieldOf(element);
        if (field)
          push(element, { ...field, pii: seen.pii, leftOut: leftOutOf(seen.pii, field.type) });
        return;
      }
      if (seen.channel !== 'text' || seen.pii === null || !isPersonal(seen.pii)) return;
      const node = textNodeOf(element, seen.value, known);
      if (!node) return;
      push(element, {
        node,
        kind: 'text',
        pii: seen.pii,
        type: '',
        maxLength: 0,
        filled: true,
        leftOut: leftOutOf(seen.pii, ''),
      });
    },
  };
}

const MOST_TARGETS = 500;
const MOST_OF_A_TEMPLATE = 2;

/** A control that a person could type into, or choose in; null: there is nothing to plant. */
function fieldOf(
  element: Element,
): Pick<Target, 'node' | 'kind' | 'type' | 'maxLength' | 'filled'> | null {
  const isInput = isHtml(element, 'input');
  if (!isInput && !isHtml(element, 'textarea')) return null;
  const type = isInput ? fieldNatives.inputType(element) : 'textarea';
  if (NOT_TYPED.has(type) || isLocked(element)) return null;
  const value = isInput ? fieldNatives.inputValue(element) : fieldNatives.textareaValue(element);
  const maxLength = Math.max(0, element.maxLength);
  return { node: element, kind: 'field', type, maxLength, filled: value !== '' };
}

const isLocked = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
  natives.matches(field, ':disabled') === true || natives.attribute(field, 'readonly') !== null;

/** Nothing is typed into these, or nothing that a page would take for text. */
const NOT_TYPED = new Set([
  'hidden',
  'checkbox',
  'radio',
  'file',
  'submit',
  'button',
  'reset',
  'image',
]);

/** The text of an element, where it is one node: a sentence that a framework has cut stays as it is. */
function textNodeOf(
  element: Element,
  text: string,
  known: ReadonlySet<Node>,
): CharacterData | null {
  for (let node = natives.firstChild(element); node; node = natives.nextSibling(node)) {
    // A node of type 3 is character data.
    const isText = natives.nodeType(node) === 3 && !known.has(node);
    if (isText && natives.data(node as CharacterData) === text) return node as CharacterData;
  }
  return null;
}
