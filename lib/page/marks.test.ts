import { describe, expect, it } from 'vitest';
import { createMarks } from './marks';

function page(html: string) {
  document.body.innerHTML = html;
  const marks = createMarks();
  const one = (selector: string): Element => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`No ${selector}`);
    return element;
  };
  return { marks, one, html: () => document.body.innerHTML };
}

describe('marks', () => {
  it('joins classes, sets attributes, and leaves nothing behind', () => {
    const before = '<p id="a" class=" x  y ">a</p><p id="b">b</p><p id="c" data-m="allow">c</p>';
    const { marks, one, html } = page(before);
    marks.put(one('#a'), 'class="rr-mask"');
    marks.put(one('#b'), 'class="rr-mask x"');
    marks.put(one('#c'), 'data-m="mask"');
    marks.put(one('#c'), 'data-hj-suppress');
    expect(one('#a').classList.contains('rr-mask')).toBe(true);
    expect(one('#b').className).toBe('rr-mask x');
    expect(one('#c').getAttribute('data-m')).toBe('mask');
    expect(one('#c').getAttribute('data-hj-suppress')).toBe('');
    expect(marks.elements).toBe(3);
    marks.undo();
    expect(html()).toBe(before);
    expect(marks.elements).toBe(0);
  });

  it('puts two marks on one element and goes back to what stood there first', () => {
    const { marks, one, html } = page('<p id="a">a</p>');
    marks.put(one('#a'), 'class="m1"');
    marks.put(one('#a'), 'class="m2"');
    expect(one('#a').className).toBe('m1 m2');
    marks.undo();
    expect(html()).toBe('<p id="a">a</p>');
  });

  it('leaves what the page has changed meanwhile as the page has it', () => {
    const { marks, one, html } = page('<p id="a" class="x">a</p><p id="b" data-m="1">b</p>');
    marks.put(one('#a'), 'class="mask"');
    marks.put(one('#b'), 'data-m="mask"');
    one('#a').className = 'open mask';
    one('#b').setAttribute('data-m', '2');
    marks.undo();
    expect(html()).toBe('<p id="a" class="open">a</p><p id="b" data-m="2">b</p>');
  });

  it('marks a form whose fields are named like its own methods', () => {
    const { marks, one, html } = page('<form><input name="setAttribute"></form>');
    const before = html();
    marks.put(one('form'), 'class="mask"');
    expect(html()).toContain('<form class="mask">');
    marks.undo();
    expect(html()).toBe(before);
  });

  it('puts nothing that is no class and no attribute', () => {
    const { marks, one, html } = page('<p id="a">a</p>');
    for (const text of ['', 'a="<b>"', 'wrap it in a span', 'x="1" y="2"', '"']) {
      marks.put(one('#a'), text);
    }
    expect(html()).toBe('<p id="a">a</p>');
  });
});
