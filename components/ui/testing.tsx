import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { createTranslator } from '../../lib/core/translator';
import { TranslateProvider } from './translate';

/** For component tests: a view in a document, in English. Everything is taken away at `unmount`. */
export function mount(view: () => JSX.Element): { root: HTMLElement; unmount: () => void } {
  const root = document.createElement('div');
  document.body.append(root);
  const dispose = render(
    () => <TranslateProvider translate={createTranslator()}>{view()}</TranslateProvider>,
    root,
  );
  const unmount = () => {
    dispose();
    document.body.replaceChildren();
  };
  return { root, unmount };
}

/** The one element that matches; a test that finds none or several has lost its way. */
export function only<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelectorAll<E>(selector);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} elements match ${selector}, and one was wanted.`);
  }
  return first;
}

export function press(target: EventTarget, key: string, options: KeyboardEventInit = {}): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }),
  );
}

export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export const buttonNamed = (root: ParentNode, name: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === name || each.getAttribute('aria-label') === name,
  );
  if (found === undefined) throw new Error(`No button is named "${name}".`);
  return found;
};
