import { beforeEach, describe, expect, it } from 'vitest';
import { createFieldGatherer, type FieldGatherer, isField, isSilent } from './fields';

const facts = (selector: string, root: Document | ShadowRoot = document) => {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return gathererOf(root).facts(element);
};

/** Has seen its whole scope. */
function gathererOf(scope: Document | ShadowRoot): FieldGatherer {
  const gatherer = createFieldGatherer(scope);
  const show = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(scope, show, (node) =>
    node instanceof Element && isSilent(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) gatherer.see(walker.currentNode);
  return gatherer;
}

const page = (html: string): void => {
  document.body.innerHTML = html;
};

beforeEach(() => page(''));

describe('labels', () => {
  it.each([
    ['<label for="a">Email</label><p>x</p><input id="a">', 'Email'],
    ['<label>Email <input id="a"></label>', 'Email'],
    [
      '<span id="l1">Card</span><span id="l2">number</span><input id="a" aria-labelledby="l1 l2 gone">',
      'Card number',
    ],
    ['<table><tr><td>Town:</td><td><input id="a"></td></tr></table>', 'Town:'],
    [
      '<table><tr><th>Name</th><th>Phone</th></tr><tr><td><input></td><td><input id="a"></td></tr></table>',
      'Phone',
    ],
    ['<dl><dt>Street</dt><dd><input id="a"></dd></dl>', 'Street'],
    ['<div><b>First</b> <i>name</i></div><div><input id="a"></div>', 'First name'],
    ['<p>Long prose before it.</p><div>City *</div><input id="a">', 'City *'],
    ['<label for="a">  Two\n lines </label><input id="a">', 'Two lines'],
    ['<label>State <select id="a"><option>Ohio</option></select></label>', 'State'],
  ])('%s', (html, label) => {
    page(html);
    expect(facts('#a').label).toBe(label);
  });

  it('do not reach over another control or a button', () => {
    page('Email <input id="b"><input id="a"><button>Go</button><input id="c">');
    expect(facts('#a').label).toBe('');
    expect(facts('#c').label).toBe('');
  });

  it('leave out scripts, styles and what controls hold', () => {
    page(
      '<label for="a">Name<script>secret()</script><style>x</style><textarea>typed</textarea></label><input id="a">',
    );
    expect(facts('#a').label).toBe('Name');
  });
});

describe('what a field shows', () => {
  it('is given as in the page', () => {
    page(
      '<form id="f" name="pay" action="/pay?x=1"><h2>Payment</h2><input id="a" class="k l" name="n" type="TEL" autocomplete="cc-number" placeholder="0000" title="t" aria-label="al" maxlength="19" pattern="\\d*" inputmode="NUMERIC"><button>Pay now</button></form>',
    );
    expect(facts('#a')).toMatchObject({
      tag: 'input',
      type: 'tel',
      name: 'n',
      id: 'a',
      className: 'k l',
      autocomplete: 'cc-number',
      ariaLabel: 'al',
      placeholder: '0000',
      title: 't',
      section: 'Payment',
      maxLength: 19,
      minLength: -1,
      pattern: '\\d*',
      inputMode: 'numeric',
      formKey: 1,
    });
    expect(facts('#a').form).toBe('pay f /pay Pay now');
  });

  it('never holds its value', () => {
    page(
      '<input id="a" value="anna@example.com"><textarea id="b">dear diary</textarea><div id="c" contenteditable="">dear diary</div>',
    );
    for (const id of ['#a', '#b', '#c'])
      expect(JSON.stringify(facts(id))).not.toMatch(/anna|diary/);
  });

  it('has the options of a select and the labels of a radio group', () => {
    page(
      '<select id="s"><option value="">Choose</option><optgroup><option>Ohio</option></optgroup></select><label><input type="radio" name="g" id="r"> Male</label><label><input type="radio" name="g"> Female</label>',
    );
    expect(facts('#s').options).toEqual(['Choose', 'Ohio']);
    expect(facts('#s').placeholder).toBe('Choose');
    expect(facts('#r').options).toEqual(['Male', 'Female']);
  });

  it('knows forms apart and controls without one', () => {
    page('<form><input id="a"></form><form><input id="b"></form><input id="c">');
    expect([facts('#a').formKey, facts('#b').formKey, facts('#c').formKey]).toEqual([1, 2, 0]);
  });

  it('takes the language of the nearest ancestor', () => {
    page('<div lang="de"><p><input id="a"></p></div>');
    expect(facts('#a').lang).toBe('de');
  });
});

describe('shadow roots', () => {
  it('give a lone control the attributes of its host', () => {
    const host = document.createElement('x-input');
    host.setAttribute('label', 'Email');
    host.setAttribute('name', 'mail');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div><input></div>';
    expect(facts('input', root)).toMatchObject({ label: 'Email', name: 'mail' });
  });
});

describe('hostile pages', () => {
  it('cannot redirect reads through named controls', () => {
    page(
      '<form id="f" name="n"><input name="getAttribute"><input name="parentNode"><input name="id"><input name="nodeType"><label for="a">Email</label><input id="a"><button>Go</button></form>',
    );
    expect(facts('#a')).toMatchObject({ label: 'Email', form: 'n f Go' });
  });

  it('cost time in proportion to their size', () => {
    page(
      `${'<p>text</p>'.repeat(3000)}<form>${'<div><span>Email</span><input></div>'.repeat(3000)}</form>`,
    );
    const gatherer = gathererOf(document);
    const all = [...document.querySelectorAll('input')].map((input) => gatherer.facts(input));
    expect(all.every(({ label }) => label === 'Email')).toBe(true);
  });

  it('get bounded facts', () => {
    page(
      `<label for="a">${'x'.repeat(100_000)}</label><input id="a" placeholder="${'y'.repeat(10_000)}">`,
    );
    expect(facts('#a').label.length).toBeLessThanOrEqual(200);
    expect(facts('#a').placeholder.length).toBeLessThanOrEqual(200);
  });
});

describe('isField', () => {
  it('is true of controls that a person can put something into, and of no button', () => {
    page(
      '<input><input type="submit"><input type="hidden"><select></select><textarea></textarea><div contenteditable></div><div contenteditable="false"></div><p></p>',
    );
    expect(Array.from(document.body.children, isField)).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
