import { beforeEach, describe, expect, it } from 'vitest';
import { readAnchors, resolveAnchors } from './resolve';

const closed = new Map<Element, ShadowRoot>();
const ports = { closedShadowRoot: (host: Element) => closed.get(host) ?? null };

async function resolve(...anchors: string[][]): Promise<(Element | null)[]> {
  const read = await readAnchors(anchors.map((selectors) => ({ selectors })));
  const { elements } = await resolveAnchors(document, read, ports);
  return [...elements];
}

const one = (selector: string) => document.querySelector(selector);

beforeEach(() => {
  closed.clear();
  document.body.innerHTML = '';
});

describe('finding the elements of anchors', () => {
  it('takes the first selector that names one element', async () => {
    document.body.innerHTML = '<p class="a">1</p><p class="a" id="b">2</p>';
    expect(await resolve(['#gone', '#b'], ['#b', 'p:nth-child(1)'])).toEqual([
      one('#b'),
      one('#b'),
    ]);
  });

  it('narrows what names several by the selectors after it', async () => {
    document.body.innerHTML = '<i><b class="x"></b></i><u><b class="x" id="y"></b></u>';
    expect(await resolve(['.x', 'u b'])).toEqual([one('#y')]);
  });

  it('counts places among siblings as CSS does', async () => {
    document.body.innerHTML = '<ul><li>1</li><hr><li id="second">2</li><li id="last">3</li></ul>';
    const found = await resolve(
      ['li:nth-of-type(2)'],
      ['ul > li:nth-child(3)'],
      ['ul > :last-child'],
      ['li:nth-child(2)'],
    );
    expect(found).toEqual([one('#second'), one('#second'), one('#last'), null]);
  });

  it('agrees with the browser on large lists, by every way of naming', async () => {
    document.body.innerHTML = `<main>${'<ul class="l">'.concat('<li class="row"><a href="/x">a</a><b>b</b></li>'.repeat(150), '</ul>').repeat(3)}</main>`;
    const selectors = [
      'main > ul:nth-child(2) > li:nth-child(77) > a',
      'ul:nth-of-type(3) li:nth-child(150) b',
      'main ul.l:nth-child(1) > li.row:nth-of-type(9) > :nth-child(2)',
      'main > ul:nth-last-child(1) > li:last-child > a[href^="/"]',
    ];
    const found = await resolve(...selectors.map((selector) => [selector]));
    expect(found).toEqual(selectors.map((selector) => one(selector)));
    expect(found.every((each) => each !== null)).toBe(true);
  });

  it('finds by its path what has lost or got classes with the width of the page', async () => {
    document.body.innerHTML = '<nav class="bar"><a>1</a><a id="here" class="wide">2</a></nav>';
    expect(await resolve(['nav.bar.narrow > a.first:nth-child(2)'])).toEqual([one('#here')]);
    expect(await resolve(['a.narrow'])).toEqual([null]);
  });

  it('enters open and closed shadow roots, and no others', async () => {
    document.body.innerHTML = '<x-a id="open"></x-a><x-a id="shut"></x-a><x-a id="none"></x-a>';
    const open = one('#open')?.attachShadow({ mode: 'open' });
    const host = one('#shut');
    const shut = host?.attachShadow({ mode: 'closed' });
    if (!open || !shut || !host) throw new Error('There are no shadow roots.');
    closed.set(host, shut);
    open.innerHTML = '<p><button></button></p>';
    shut.innerHTML = '<button></button>';
    const found = await resolve(
      ['#open >>> p > button'],
      ['#shut >>> button'],
      ['#none >>> button'],
      ['x-a >>> p button'],
    );
    expect(found[0]).toBe(open.querySelector('button'));
    expect(found[1]).toBe(shut.querySelector('button'));
    expect(found[2]).toBeNull();
    expect(found[3]).toBe(found[0]);
  });

  it('throws for nothing', async () => {
    document.body.innerHTML =
      '<form><input name="parentNode"><input name="attributes"><b></b></form>';
    const hostile = ['', ' >>> ', '>>>', ':not(', '[a="', '\\', '__proto__', 'a:nth-child(1e9)'];
    expect(await resolve(...hostile.map((each) => [each]))).toEqual(hostile.map(() => null));
    expect(await resolve(['form > b'])).toEqual([one('b')]);
  });
});
