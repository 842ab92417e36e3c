import { isDocument, isElement, isShadowRoot, isText, natives } from '../natives';
import { dom } from './dom';
import { isPrivatePlace } from './private-place';

const LONGEST_LABEL = 60;

/** Characters read before redaction: more than is kept, so that no value is cut before it is seen. */
const LONGEST_READ = 400;

/** Nodes looked at for one label. */
const MOST_NODES = 200;

/**
 * What an element is called: its accessible name, in short (the order of the W3C's accname, without
 * its rarer steps). What people type is never read: no value of a field and no editable text. What
 * remains is redacted before it is cut.
 */
export function labelOf(element: Element, redact: (text: string) => string): string {
  // A field is named by its form, which says nothing of whoever fills it in.
  if (!isField(element) && isPrivatePlace(element)) return '';
  const name = tidy(nameOf(element));
  return shorten(redact(name));
}

/** The role as written, else that of the tag; a word of letters. */
export function roleOf(element: Element): string {
  const written = natives.attribute(element, 'role')?.trim().split(/\s+/)[0] ?? '';
  if (/^[a-z]{1,40}$/i.test(written)) return written.toLowerCase();
  const tag = natives.localName(element);
  if (tag === 'a') return 'link';
  if (tag === 'input') return INPUT_ROLES[inputType(element)] ?? 'textbox';
  if (/^h[1-6]$/.test(tag)) return 'heading';
  return TAG_ROLES[tag] ?? (/^[a-z0-9-]{1,40}$/.test(tag) ? tag : 'element');
}

const TAG_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  select: 'combobox',
  textarea: 'textbox',
  summary: 'button',
  img: 'image',
  label: 'label',
};

const INPUT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

const inputType = (element: Element): string =>
  (natives.attribute(element, 'type') ?? 'text').toLowerCase();

function nameOf(element: Element): string {
  for (const find of [labelledBy, ariaLabel, fieldName, imageName, content, lastResort]) {
    const name = find(element).trim();
    if (name !== '') return name;
  }
  return '';
}

const ariaLabel = (element: Element): string => read(element, 'aria-label');

function labelledBy(element: Element): string {
  const ids = read(element, 'aria-labelledby').split(/\s+/).filter(Boolean).slice(0, 5);
  const root = dom.rootOf(element);
  if (!(isDocument(root) || isShadowRoot(root))) return '';
  return ids
    .map((id) => {
      const named = natives.byId(root, id);
      return named === null ? '' : textOf(named);
    })
    .join(' ');
}

/** Fields are named by their label; buttons made of `input` by the words on them, which nobody types. */
function fieldName(element: Element): string {
  if (!isField(element)) return '';
  if (natives.localName(element) === 'input' && WORDED.has(inputType(element)))
    return read(element, 'value');
  const label = dom.labelOf(element);
  return label === null ? '' : textOf(label);
}

const WORDED: ReadonlySet<string> = new Set(['button', 'submit', 'reset']);

function imageName(element: Element): string {
  return natives.localName(element) === 'img' || inputType(element) === 'image'
    ? read(element, 'alt')
    : '';
}

const content = (element: Element): string => (isField(element) ? '' : textOf(element));

function lastResort(element: Element): string {
  return (
    read(element, 'title') ||
    read(element, 'placeholder') ||
    read(dom.findIn(element, '[aria-label]') ?? element, 'aria-label') ||
    read(dom.findIn(element, 'img[alt]') ?? element, 'alt') ||
    iconName(element)
  );
}

function iconName(element: Element): string {
  const title = dom.findIn(element, 'svg title');
  return title === null ? '' : natives.textContent(title).slice(0, LONGEST_READ);
}

const read = (element: Element, name: string): string =>
  (natives.attribute(element, name) ?? '').slice(0, LONGEST_READ);

const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

const isField = (element: Element): boolean => FIELDS.has(natives.localName(element));

const UNREAD = 'script,style,template,noscript,textarea,select,option,[contenteditable]';

/** The text of an element without what people have typed into it, bounded. */
function textOf(element: Element): string {
  if (dom.closest(element, '[contenteditable]:not([contenteditable="false"])') !== null) return '';
  const walker = dom.walker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    isElement(node) && natives.matches(node, UNREAD)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  for (let i = 0; i < MOST_NODES && text.length < LONGEST_READ; i++) {
    const node = walker.nextNode();
    if (node === null) return text;
    if (isText(node)) text += ` ${natives.data(node).slice(0, LONGEST_READ)}`;
  }
  // The last word may have been cut in two, and half an address is not recognised as one.
  return text.slice(0, LONGEST_READ).replace(/\S*$/, '');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_LABEL) return text;
  return `${characters
    .slice(0, LONGEST_LABEL - 1)
    .join('')
    .trimEnd()}…`;
}
