import { Window } from 'happy-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { labelOf, roleOf } from './labels';

const plain = (text: string) => text;

function make(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.querySelector('[data-it]') ?? document.body.firstElementChild;
  if (element === null) throw new Error('no element');
  return element;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('where people are named or write to each other', () => {
  test.each([
    [
      'a row of an inbox',
      '<button class="thread"><b class="thread-name">Pia Lind</b> See you</button>',
    ],
    ['a link in a message', '<p class="message-text"><a data-it href="/x">Call Pia</a></p>'],
    ['a row of a log', '<div role="log"><div><button data-it>Pia Lind</button></div></div>'],
    ['the account', '<a class="account-menu__user" href="/me">Pia Lind</a>'],
    ['a link around a name', '<a href="/app">Continue as <b class="account-name">Pia Lind</b></a>'],
  ])('%s is not called anything', (_, html) => {
    expect(labelOf(make(html), plain)).toBe('');
  });

  test.each([
    [
      'a link of the menu',
      '<nav class="nav"><a data-it class="nav-link" href="/chat">Threads</a></nav>',
      'Threads',
    ],
    [
      'a guide for users',
      '<a class="user-guide" href="/guide">Read the guide</a>',
      'Read the guide',
    ],
    ['a field', '<form class="message-form"><label>Topic <input data-it></label></form>', 'Topic'],
  ])('%s keeps its name', (_, html, label) => {
    expect(labelOf(make(html), plain)).toBe(label);
  });
});

describe('what an element is called', () => {
  test.each([
    ['its text', '<button>  Start\n free  trial </button>', 'Start free trial'],
    ['its aria-label first', '<button aria-label="Close">x</button>', 'Close'],
    ['what labels it', '<b id="n">Team size</b><i data-it aria-labelledby="n">4</i>', 'Team size'],
    ['its label', '<label>E-mail <input data-it value="a@b.test"></label>', 'E-mail'],
    ['its alternative text', '<img alt="Our office">', 'Our office'],
    ['the picture in it', '<a href="/"><img alt="Home"></a>', 'Home'],
    ['the icon in it', '<button><svg><title>Search</title></svg></button>', 'Search'],
    ['the words of a button', '<input type="submit" value="Send">', 'Send'],
    ['its placeholder at last', '<input placeholder="Your name" value="Jane">', 'Your name'],
    ['nothing', '<button></button>', ''],
  ])('is %s', (_, html, label) => {
    expect(labelOf(make(html), plain)).toBe(label);
  });

  test.each([
    '<input value="jane">',
    '<input type="password" value="jane">',
    '<textarea>jane</textarea>',
    '<div contenteditable="true">jane</div>',
    '<div contenteditable="true"><button data-it>jane</button></div>',
    '<a href="/"><textarea>jane</textarea></a>',
    '<a href="/"><b contenteditable>jane</b></a>',
    '<a href="/"><script type="x">jane</script></a>',
    '<select><option>jane</option></select>',
  ])('is never what somebody typed or chose: %s', (html) => {
    expect(labelOf(make(html), plain)).toBe('');
  });

  test('is redacted before it is cut', () => {
    const mail = `${'Hello and welcome to the page of '.repeat(2)}jane.roe@mail.test`;
    const seen: string[] = [];
    labelOf(make(`<button>${mail}</button>`), (text) => {
      seen.push(text);
      return text;
    });
    expect(seen).toEqual([mail]);
  });

  test('ends with an ellipsis where it is long, and keeps characters whole', () => {
    const label = labelOf(make(`<button>${'😀'.repeat(90)} end</button>`), plain);
    expect([...label]).toHaveLength(60);
    expect(label).toBe(`${'😀'.repeat(59)}…`);
  });

  test('never holds half of a word that was too long to read', () => {
    const label = labelOf(
      make(`<button>${'a '.repeat(195)}jane.roe@mail.test</button>`),
      (text) => {
        expect(text).not.toContain('jane');
        return text;
      },
    );
    expect(label).toMatch(/^(a )+a?…$/);
  });
});

describe('the role of an element', () => {
  test.each([
    ['<a href="/">x</a>', 'link'],
    ['<div role="Tab extra">x</div>', 'tab'],
    ['<div role="<b>">x</div>', 'div'],
    ['<input type="checkbox">', 'checkbox'],
    ['<input>', 'textbox'],
    ['<h2>x</h2>', 'heading'],
    ['<summary>x</summary>', 'button'],
    ['<x-card>x</x-card>', 'x-card'],
  ])('of %s is %s', (html, role) => {
    expect(roleOf(make(html))).toBe(role);
  });
});

describe('in a frame of the same origin', () => {
  /** Nodes of another window are not instances of this one's classes; happy-dom shares `Element`. */
  function makeInFrame(html: string): Element {
    const inner = new Window().document as unknown as Document; // As the page's own types have it.
    inner.body.innerHTML = html;
    const element = inner.body.querySelector('[data-it]') ?? inner.body.firstElementChild;
    if (element === null) throw new Error('no element');
    return element;
  }

  beforeEach(() => {
    Object.defineProperty(Element, Symbol.hasInstance, {
      configurable: true,
      value: (node: Node) => node.nodeType === 1 && node.ownerDocument === document,
    });
    return () => Reflect.deleteProperty(Element, Symbol.hasInstance);
  });

  test('a link that holds a person is not called anything', () => {
    const link = makeInFrame('<a aria-label="Mail from Jane"><i class="avatar"></i></a>');
    expect(link instanceof Element).toBe(false);
    expect(labelOf(link, plain)).toBe('');
  });

  test.each([
    ['its text', '<button>Start free trial</button>', 'Start free trial'],
    ['its text without what is typed', '<p>Say <textarea>my own</textarea> more</p>', 'Say more'],
    ['what labels it', '<b id="n">Team size</b><i data-it aria-labelledby="n">4</i>', 'Team size'],
    ['its label', '<label>E-mail <input data-it value="a@b.test"></label>', 'E-mail'],
    ['its label', '<label for="s">Plan</label><select data-it id="s"></select>', 'Plan'],
    ['its label', '<label for="t">Topic</label><textarea data-it id="t"></textarea>', 'Topic'],
  ])('an element is called %s', (_, html, label) => {
    expect(labelOf(makeInFrame(html), plain)).toBe(label);
  });
});
