import { beforeEach, describe, expect, test } from 'vitest';
import { selectorsOf } from './selectors-of';

const plain = (text: string): string => text;

/** The element that is marked `data-it`. */
function make(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.querySelector('[data-it]');
  if (element === null) throw new Error('Nothing is marked.');
  return element;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('selectors of an element', () => {
  test('begin with what was written for it, then lead to it from what is named, then from the top', () => {
    const button = make(
      '<main id="plans"><p></p><p><button data-it name="buy"></button></p></main>',
    );
    expect(selectorsOf(button, plain)).toEqual([
      '[name="buy"]',
      '[id="plans"] > p:nth-of-type(2) > button:nth-of-type(1)',
      'html:nth-of-type(1) > body:nth-of-type(1) > main:nth-of-type(1) > p:nth-of-type(2) > button:nth-of-type(1)',
    ]);
  });

  test('are one path where nothing is named', () => {
    expect(selectorsOf(make('<p><b data-it></b></p>'), plain)).toEqual([
      'html:nth-of-type(1) > body:nth-of-type(1) > p:nth-of-type(1) > b:nth-of-type(1)',
    ]);
  });

  test('take a name that is for tests before one that is for styles', () => {
    const button = make('<button data-it id="cta" data-test="start" data-testid="start-trial">');
    expect(selectorsOf(button, plain)[0]).toBe('[data-testid="start-trial"]');
  });

  test.each([
    ['changes with each build', 'radix-8f3a2c'],
    ['is a number', '4711'],
    ['is counted up', 'input-12345'],
    ['would break out of the selector', 'a"],body[x="'],
    ['has a space in it', 'jane doe'],
  ])('pass over a name that %s', (_, id) => {
    const button = make('<button data-it>');
    button.id = id;
    expect(selectorsOf(button, plain)).toHaveLength(1);
    expect(selectorsOf(button, plain).join()).not.toContain(id);
  });

  test('hold no name that may be about a person, of the element or of what it lies in', () => {
    const redact = (text: string): string => text.replaceAll('jane', '‹name›');
    const button = make(
      '<div id="jane"><button data-it data-test="jane-roe" name="call"></button>',
    );
    const selectors = selectorsOf(button, redact);
    expect(selectors[0]).toBe('[name="call"]');
    expect(selectors.join()).not.toContain('jane');
  });

  test('inside shadow roots follow those of the hosts', () => {
    const outer = make('<my-plans data-it id="plans"></my-plans>');
    const inner = document.createElement('my-plan');
    outer.attachShadow({ mode: 'open' }).append(document.createElement('i'), inner);
    const root = inner.attachShadow({ mode: 'open' });
    root.innerHTML = '<p></p><p><button name="buy"></button></p>';
    const button = root.querySelector('button');
    if (button === null) throw new Error('There is no button.');
    expect(selectorsOf(button, plain)).toEqual([
      '[id="plans"] >>> my-plan:nth-of-type(1) >>> [name="buy"]',
      '[id="plans"] >>> my-plan:nth-of-type(1) >>> p:nth-of-type(2) > button:nth-of-type(1)',
    ]);
  });

  test('each lead to the element alone, wherever it stands', () => {
    document.body.innerHTML = `<main id="all">${'<div><p>a</p><p>b <b>c</b> <b>d</b></p><ul><li>e<li>f</ul></div>'.repeat(3)}
      text <svg><g><path></path></g><g><path></path></g></svg></main><div><p><i></i></p></div>`;
    const elements = [...document.body.querySelectorAll('*')];
    expect(elements.length).toBeGreaterThan(25);
    for (const element of elements) {
      for (const selector of selectorsOf(element, plain)) {
        expect([...document.querySelectorAll(selector)]).toEqual([element]);
      }
    }
  });

  test('are none that are longer than one may be', () => {
    const button = make(`${'<div>'.repeat(80)}<button data-it name="buy">`);
    expect(selectorsOf(button, plain)).toEqual(['[name="buy"]']);
  });

  test('are told apart from what a form names after them', () => {
    const form = make('<form data-it><input name="parentNode"><input name="localName"></form>');
    expect(selectorsOf(form, plain)).toEqual([
      'html:nth-of-type(1) > body:nth-of-type(1) > form:nth-of-type(1)',
    ]);
  });
});
