import { natives } from '../natives';
import {
  ancestor,
  attr,
  hasAttr,
  isElement,
  parentOf,
  SILENT,
  textData,
  textOf,
  tidy,
} from './dom';

/** What a walk over a tree scope notes for its fields. */
export interface ScopeReading {
  /** Text that acts as a label before the control, text after it, and the section above it. */
  around(element: Element): Around;
  /** Text that the markup ties to the control: `label`, `aria-labelledby`. Empty where none. */
  labelOf(element: Element): string;
  formOf(element: Element): FormFacts;
  radioLabels(radio: Element): readonly string[];
  langOf(element: Element): string;
  isOnlyField(element: Element): boolean;
}

export interface Around {
  readonly before: string;
  readonly after: string;
  readonly section: string;
}

export interface FormFacts {
  readonly key: number;
  readonly text: string;
}

interface Place {
  before: string;
  after: string;
  section: string;
}

const LONGEST_LABEL = 200;
/** Text farther back than this many characters is prose, not a label. */
const FARTHEST = 160;

/** Reads a scope node by node: every element and text in reading order, those in `SILENT` left out. */
export interface ScopeReader {
  see(node: Node): void;
  readonly reading: ScopeReading;
}

export function createScopeReader(scope: Document | ShadowRoot): ScopeReader {
  const places = new Map<Element, Place>();
  const labelsFor = new Map<string, Element>();
  const radios = new Map<string, Element[]>();
  const forms = new Map<Element, { key: number; submits: string[] }>();
  let segments: Segment[] = [];
  let section = '';
  let last: Place | null = null;
  // Text inside buttons and controls is no label, and what a control holds is nobody's business.
  let closed: Element | null = null;

  const see = (node: Node): void => {
    if (closed && !contains.call(closed, node)) closed = null;
    if (!isElement(node)) {
      if (closed) return;
      const text = textData(node).slice(0, 400);
      if (!/\S/.test(text)) return;
      segments.push({ text, node });
      if (segments.length > 12) segments = segments.slice(-8);
      if (last && last.after.length < LONGEST_LABEL) last.after = tidy(`${last.after} ${text}`);
      return;
    }
    const tag = node.localName;
    if (tag === 'label') {
      const target = attr(node, 'for');
      if (target !== '' && !labelsFor.has(target)) labelsFor.set(target, node);
    } else if (tag === 'legend' || HEADING.test(tag)) {
      section = textOf(node, LONGEST_LABEL);
    } else if (tag === 'form') {
      forms.set(node, { key: forms.size + 1, submits: [] });
    } else if (tag === 'button' || isSubmit(node)) {
      const form = ancestor(node, isForm);
      const text = tag === 'button' ? textOf(node, 60) : attr(node, 'value').slice(0, 60);
      if (isElement(form)) forms.get(form)?.submits.push(text);
      segments = [];
      closed ??= node;
    }
    if (!isControl(node)) return;
    if (tag !== 'input') closed ??= node;
    if (last) last.after = last.after.slice(0, LONGEST_LABEL);
    last = { before: labelFrom(segments, node), after: '', section };
    places.set(node, last);
    segments = [];
    if (attr(node, 'type').toLowerCase() === 'radio') noteRadio(radios, node);
  };

  const labelled = new Map<Element, string>();
  const labelOf = (element: Element): string => {
    const known = labelled.get(element);
    if (known !== undefined) return known;
    const label = findLabel(element, scope, labelsFor);
    labelled.set(element, label);
    return label;
  };
  const formTexts = new Map<Element, FormFacts>();
  const langs = new Map<Node, string>();

  const reading: ScopeReading = {
    around: (element) => {
      const place = places.get(element) ?? { before: '', after: '', section: '' };
      return place.before === '' ? { ...place, before: columnHeader(element) } : place;
    },
    labelOf,
    formOf(element) {
      const form = ancestor(element, isForm);
      if (!isElement(form)) return { key: 0, text: '' };
      const known = formTexts.get(form);
      if (known) return known;
      const noted = forms.get(form);
      const parts = [
        attr(form, 'name'),
        attr(form, 'id'),
        attr(form, 'class').slice(0, 100),
        pathOf(attr(form, 'action')),
        ...(noted?.submits.slice(0, 4) ?? []),
      ];
      const facts = { key: noted?.key ?? 0, text: tidy(parts.join(' ')).slice(0, 400) };
      formTexts.set(form, facts);
      return facts;
    },
    radioLabels: (radio) =>
      (radios.get(attr(radio, 'name')) ?? []).map(
        (one) => labelOf(one) || places.get(one)?.after || attr(one, 'value'),
      ),
    langOf: (element) => langOf(element, langs),
    isOnlyField: (element) => places.size === 1 && places.has(element),
  };
  return { see, reading };
}

interface Segment {
  readonly text: string;
  readonly node: Node;
}

const { contains } = Node.prototype;
const HEADING = /^h[1-6]$/;
const isForm = (node: Node): boolean => isElement(node) && node.localName === 'form';
const isSubmit = (element: Element): boolean =>
  element.localName === 'input' && /^(submit|image|button)$/i.test(attr(element, 'type'));

/** Whether nothing of an element is read; selects and text areas are fields themselves. */
export function isSilent(element: Element): boolean {
  const tag = element.localName;
  return tag !== 'select' && tag !== 'textarea' && SILENT.has(tag);
}

function isControl(element: Element): boolean {
  const tag = element.localName;
  if (tag === 'select' || tag === 'textarea') return true;
  if (tag === 'input') return !/^(hidden|submit|button|reset|image)$/i.test(attr(element, 'type'));
  return (
    hasAttr(element, 'contenteditable') &&
    attr(element, 'contenteditable').toLowerCase() !== 'false'
  );
}

/** The text that stands right before a control, back to the nearest border of a block. */
function labelFrom(segments: readonly Segment[], control: Element): string {
  let label = '';
  let block: Node | null = null;
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index];
    const text = segment ? tidy(segment.text) : '';
    if (!segment || label.length + text.length > FARTHEST) break;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const home = blockOf(segment.node);
    if (block !== null && home !== block) break;
    block = home;
    label = `${text} ${label}`;
  }
  return isElement(control) ? tidy(label).slice(0, LONGEST_LABEL) : '';
}

const BLOCKS: ReadonlySet<string> = new Set(
  'div p td th li dt dd tr section fieldset form body label article header h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

const blockOf = (node: Node): Node | null =>
  ancestor(node, (at) => isElement(at) && BLOCKS.has(at.localName));

function findLabel(
  element: Element,
  scope: Document | ShadowRoot,
  labelsFor: ReadonlyMap<string, Element>,
): string {
  const ids = attr(element, 'aria-labelledby').split(/\s+/).filter(Boolean).slice(0, 5);
  const named = ids
    .map((id) => natives.byId(scope, id))
    .filter((node) => node !== null)
    .map((node) => textOf(node, LONGEST_LABEL));
  const labelled = tidy(named.join(' '));
  if (labelled !== '') return labelled.slice(0, LONGEST_LABEL);
  const id = attr(element, 'id');
  const tied = id === '' ? undefined : labelsFor.get(id);
  const text = tied ? textOf(tied, LONGEST_LABEL) : '';
  if (text !== '') return text;
  const wrapping = ancestor(element, (node) => isElement(node) && node.localName === 'label');
  return wrapping ? textOf(wrapping, LONGEST_LABEL) : '';
}

function noteRadio(radios: Map<string, Element[]>, radio: Element): void {
  const name = attr(radio, 'name');
  if (name === '') return;
  const group = radios.get(name);
  if (!group) radios.set(name, [radio]);
  else if (group.length < 300) group.push(radio);
}

/** The heading of the column that a control stands in. */
function columnHeader(element: Element): string {
  const cell = ancestor(element, (node) => isElement(node) && /^t[dh]$/.test(node.localName));
  if (!(cell instanceof HTMLTableCellElement)) return '';
  const table = ancestor(cell, (node) => isElement(node) && node.localName === 'table');
  if (!(table instanceof HTMLTableElement)) return '';
  const header = table.rows[0]?.cells[cell.cellIndex];
  return header && header !== cell ? textOf(header, LONGEST_LABEL) : '';
}

function langOf(element: Element, langs: Map<Node, string>): string {
  const path: Node[] = [];
  let lang = '';
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const known = langs.get(node);
    if (known !== undefined) {
      lang = known;
      break;
    }
    path.push(node);
    if (isElement(node) && attr(node, 'lang') !== '') {
      lang = attr(node, 'lang').slice(0, 20);
      break;
    }
  }
  for (const node of path) langs.set(node, lang);
  return lang;
}

const pathOf = (action: string): string => action.split(/[?#]/)[0]?.slice(-80) ?? '';
