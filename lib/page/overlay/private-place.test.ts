import { Window } from 'happy-dom';
import { afterEach, expect, test } from 'vitest';
import { isPrivatePlace } from './private-place';

afterEach(() => {
  document.body.innerHTML = '';
});

const one = (root: ParentNode, selector: string): Element => {
  const found = root.querySelector(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
};

test('what stands in a message is private, and what stands beside it is not', () => {
  document.body.innerHTML =
    '<div class="message"><section><h2>Result</h2></section></div><section><h2>Prices</h2></section>';
  expect(isPrivatePlace(one(document, '.message h2'))).toBe(true);
  expect(isPrivatePlace(one(document, 'body > section h2'))).toBe(false);
});

const DEEP = '<main><div><div><div><section><h2>Result</h2></section></div></div></div></main>';

test('a message that is shown in a closed shadow root is private, however deep inside', () => {
  document.body.innerHTML = '<div class="message"><x-mail></x-mail></div><x-card></x-card>';
  for (const [host, isPrivate] of [
    ['x-mail', true],
    ['x-card', false],
  ] as const) {
    const root = one(document, host).attachShadow({ mode: 'closed' });
    root.innerHTML = DEEP;
    expect(isPrivatePlace(one(root, 'h2'))).toBe(isPrivate);
  }
});

test('a message that is shown in a frame is private, however deep inside', () => {
  document.body.innerHTML =
    '<div class="message"><p><iframe id="mail"></iframe></p></div><iframe id="card"></iframe>';
  for (const [frame, isPrivate] of [
    ['#mail', true],
    ['#card', false],
  ] as const) {
    const inner = new Window();
    Object.defineProperty(inner, 'frameElement', { value: one(document, frame) });
    inner.document.body.innerHTML = DEEP;
    const heading = inner.document.querySelector('h2') as unknown as Element; // As the page's.
    expect(isPrivatePlace(heading)).toBe(isPrivate);
  }
});
