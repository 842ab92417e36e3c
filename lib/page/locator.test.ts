import { beforeEach, describe, expect, it } from 'vitest';
import { createLocator, findBySelector, findExactly } from './locator';

const closedRoots = new Map<Element, ShadowRoot>();
const ports = { closedShadowRoot: (host: Element) => closedRoots.get(host) ?? null };
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const one = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = '';
  closedRoots.clear();
});

describe('finding exactly', () => {
  it('finds none where something earlier in a shadow root fits the selector as well', () => {
    const host = document.body.appendChild(document.createElement('x-card'));
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML =
      '<section><div><button>decoy</button></div></section><div><button>no</button></div>';
    const wanted = root.querySelectorAll('button')[1];
    if (wanted === undefined) throw new Error('There is no second button.');
    const locate = createLocator();
    const { selector } = locate(wanted);
    const found = findExactly(document, selector, ports, createLocator());
    expect([null, wanted]).toContain(found);
    expect(findBySelector(document, selector, ports)).not.toBe(wanted);
  });

  it('finds what is alone, by whatever selector', () => {
    document.body.innerHTML = '<main><p>a</p><b>c</b></main>';
    const locate = createLocator();
    expect(findExactly(document, 'main b', ports, locate)).toBe(one('b'));
    expect(findExactly(document, 'main i', ports, locate)).toBeNull();
  });
});

describe('the selector', () => {
  it('finds every element of a page again', () => {
    document.body.innerHTML = `<main id="main"><p>a</p><p>b<b>c</b></p>
      <form><input name="email"><input name="email"><input name="user[phone]"></form>
      <ul><li>1<li>2<li>3</ul><section id="a"><div></div></section><div><x-card></x-card></div></main>`;
    const locate = createLocator();
    for (const element of all('*')) {
      expect(findBySelector(document, locate(element).selector, ports)).toBe(element);
    }
  });

  it('is short where the page gives a name', () => {
    document.body.innerHTML =
      '<div><div id="thread"><p></p></div><input name="email"><b data-testid="total"></b></div>';
    const locate = createLocator();
    expect(locate(one('p')).selector).toBe('#thread > p');
    expect(locate(one('input')).selector).toBe('input[name="email"]');
    expect(locate(one('b')).selector).toBe('b[data-testid="total"]');
  });

  it('uses no id that is generated, doubled or about a person', () => {
    document.body.innerHTML =
      '<p id="ada@example.com"></p><p id="x-7f3a9c1b2d"></p><p id="n"></p><p id="n"></p>';
    const locate = createLocator();
    const selectors = all('p').map((p) => locate(p).selector);
    expect(selectors.map((selector) => selector.slice(-16))).toEqual([
      ' p:nth-of-type(1)'.slice(-16),
      ' p:nth-of-type(2)'.slice(-16),
      '#n',
      ' p:nth-of-type(4)'.slice(-16),
    ]);
    expect(selectors.join()).not.toContain('ada');
  });

  it('goes through open and closed shadow roots', () => {
    document.body.innerHTML = '<x-a></x-a>';
    const open = one('x-a').attachShadow({ mode: 'open' });
    open.innerHTML = '<x-b></x-b><x-b></x-b>';
    const host = open.querySelectorAll('x-b')[1];
    if (!host) throw new Error('no host');
    const closed = host.attachShadow({ mode: 'closed' });
    closedRoots.set(host, closed);
    closed.innerHTML = '<span><i></i></span>';
    const inner = closed.querySelector('i');
    if (!inner) throw new Error('no element');
    const { selector } = createLocator()(inner);
    expect(selector.split(' >>> ')).toHaveLength(3);
    expect(findBySelector(document, selector, ports)).toBe(inner);
    closedRoots.clear();
    expect(findBySelector(document, selector, ports)).toBeNull();
  });

  it('stays within bounds on a very deep page', () => {
    let at: Element = document.body;
    for (let i = 0; i < 400; i++) {
      const child = document.createElement('div');
      at.append(document.createElement('div'), child);
      at = child;
    }
    expect(createLocator()(at).selector.length).toBeLessThanOrEqual(1000);
  });

  it('finds nothing, and breaks nothing, where the text is no selector', () => {
    expect(findBySelector(document, '>>> ((', ports)).toBeNull();
    expect(findBySelector(document, 'x-none', ports)).toBeNull();
  });
});

describe('the template', () => {
  const templates = (html: string, selector: string): string[] => {
    document.body.innerHTML = html;
    const locate = createLocator();
    return [...new Set(all(selector).map((element) => locate(element).template))];
  };

  it('is the same for every row, whatever its state, its side and its id', () => {
    const rows = `<ul class="thread">
      <li id="message-ada" class="row row--mine odd"><p class="text css-1q2w3e">a</p></li>
      <li id="message-bob" class="row row--theirs is-new"><p class="text css-9i8u7y">b</p></li>
      <li id="m-99812" class="row unread selected mt-4"><p class="text sm:font-bold">c</p></li></ul>`;
    expect(templates(rows, 'p')).toEqual(['html > body > ul.thread > li.row > p.text']);
  });

  it('does not change when a row or an emphasised word is added', () => {
    const row = '<div class="card" id="card-one"><span>a</span></div>';
    const two = '<div class="card" id="card-two"><span>b <em><b>c</b></em></span></div>';
    const before = templates(`<section>${row}${two}</section>`, 'span');
    expect(templates(`<section>${row}${two}${two}</section>`, 'span')).toEqual(before);
    expect(templates(`<section>${row}${two}</section>`, 'em b')).toEqual(before);
  });

  it('tells one place from another', () => {
    const fields = '<form id="pay"><input name="line1"><input name="city"><input id="zip"></form>';
    expect(templates(fields, 'input')).toEqual([
      '#pay > input[name="line"]',
      '#pay > input[name="city"]',
      '#zip',
    ]);
    expect(templates('<p class="author"></p><p class="body"></p>', 'p')).toHaveLength(2);
  });

  it('holds nothing personal', () => {
    const html = '<div id="ada@example.com"><p class="u-ada@example.com">x</p></div>';
    expect(templates(html, 'p').join()).not.toContain('ada');
  });
});

it('gives thousands of rows a selector each and one template', () => {
  document.body.innerHTML = `<ul>${'<li></li>'.repeat(5000)}</ul>`;
  const locate = createLocator();
  const locations = all('li').map(locate);
  expect(new Set(locations.map(({ selector }) => selector)).size).toBe(5000);
  expect(new Set(locations.map(({ template }) => template)).size).toBe(1);
});
