import { isHtml } from '../natives';
import { fieldNatives } from '../natives-of-fields';
import { bareText } from './bare-text';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Types a text into a field as a person would, letter by letter, so that whoever listens to keys, to
 * `input` or to `change` hears of it, and frameworks that control the field take it for the person's.
 * A field that no such typing reaches is set by the browser's own setter, and told of it.
 *
 * @param pause between two letters, so that whatever each sets off has an order in time.
 * @returns whether the field has kept it; a page may write it in a form of its own (`+1 212 …`).
 */
export async function typeInto(
  field: Field,
  text: string,
  pause: () => Promise<void>,
): Promise<boolean> {
  const document = field.ownerDocument;
  field.focus({ preventScroll: true });
  field.select();
  for (const [index, letter] of [...text].entries()) {
    tellKey(field, 'keydown', letter);
    // The first letter takes the place of what was selected.
    if (isFocused(field)) document.execCommand('insertText', false, letter);
    tellKey(field, 'keyup', letter);
    await pause();
    // Typing does not reach it: there is no use in going on.
    if (index === 0 && !textIn(field).includes(letter)) break;
  }
  if (!holds(field, text)) setValue(field, text);
  leave(field);
  return holds(field, text);
}

/** Puts back what stood there. Whether it stands there now. */
export function putBack(field: Field, text: string): boolean {
  if (textIn(field) === text) return true;
  field.focus({ preventScroll: true });
  field.select();
  if (isFocused(field)) {
    const command = text === '' ? 'delete' : 'insertText';
    field.ownerDocument.execCommand(command, false, text);
  }
  if (textIn(field) !== text) setValue(field, text);
  leave(field);
  return textIn(field) === text;
}

export const textIn = (field: Field): string =>
  isHtml(field, 'input') ? fieldNatives.inputValue(field) : fieldNatives.textareaValue(field);

/** The page may group digits or write them its way; the letters and digits must all be there. */
const holds = (field: Field, text: string): boolean =>
  bareText(textIn(field)).includes(bareText(text));

function isFocused(field: Field): boolean {
  const root = field.getRootNode();
  return (root instanceof ShadowRoot ? root : field.ownerDocument).activeElement === field;
}

/** Past the setters that frameworks put on the element itself: they then see that it has changed. */
function setValue(field: Field, text: string): void {
  const holder = isHtml(field, 'input')
    ? HTMLInputElement.prototype
    : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(holder, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { ...SEEN, data: text, inputType: 'insertText' }));
}

/** A field tells of its change when it is left; not in a window that has no focus. */
function leave(field: Field): void {
  let told = false;
  const hear = (): void => {
    told = true;
  };
  field.addEventListener('change', hear, { capture: true, once: true });
  field.blur();
  field.removeEventListener('change', hear, { capture: true });
  if (!told) field.dispatchEvent(new Event('change', { bubbles: true }));
}

const tellKey = (field: Field, type: 'keydown' | 'keyup', key: string): boolean =>
  field.dispatchEvent(new KeyboardEvent(type, { ...SEEN, key, cancelable: true }));

/** As the browser's own events: through the page, and out of shadow roots. */
const SEEN = { bubbles: true, composed: true };
