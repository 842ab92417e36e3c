import { expect, test } from 'vitest';
import { isPlainSelector } from './plain-selector';

test.each([
  '#nav > li:nth-child(3) > a.button--primary',
  'button[data-testid="buy-now"]',
  'a[href="/shop/step-2"]',
  'a[href$="https://acme.test/pricing"]',
  "input[name='user[email]']",
  'form[data-step=2] button[type=submit]',
  'shop-cart >>> .total',
  'a[href]',
])('%s may be kept', (selector) => {
  expect(isPlainSelector(selector)).toBe(true);
});

test.each([
  '[title="Jane Doe"]',
  '[data-name="Jane Doe"]',
  "li[data-owner='Jane Doe'] > a",
  '[data-owner=Jane\\ Doe]',
  'a[href="mailto:jane@acme.test"]',
  'a[href="tel:+49301234567"]',
  'a[href="/users/4711382"]',
  'a[href="/find?name=jane"]',
  '[data-user="81234"]',
  '#jane\\@acme\\.test',
  '[aria-label="Jane"]',
])('%s may say who somebody is', (selector) => {
  expect(isPlainSelector(selector)).toBe(false);
});
