import { describe, expect, it } from 'vitest';
import type { ElementFacts } from '../contract';
import { classifyText } from './classify-text';
import type { InnerFacts } from './prose';
import { enterSurroundings, rootSurroundings } from './surroundings';
import { element, inside } from './test-element';

const classes = (text: string, ...path: Parameters<typeof inside>) =>
  classifyText(text, inside(...path)).map(({ pii }) => pii);

describe('private messages', () => {
  it.each([
    [{ class: 'chat-thread' }, { class: 'message-bubble' }],
    [{ role: 'log' }, { tag: 'p' }],
    [{ class: 'conversation' }, { class: 'msg incoming' }, { tag: 'span' }],
    [{ class: 'comments' }, { class: 'comment-body' }],
    [{ testId: 'messageList' }, { testId: 'message-text' }],
    [{ class: 'Inbox_thread__x1' }, { class: 'Thread_messageBody__q2' }],
    [{ itemprop: 'commentText' }],
    [{ class: 'replies' }, { itemprop: 'text' }],
  ])('%j', (...path) => {
    expect(classes('See you at eight, then', ...path)).toEqual(['message']);
  });

  it('are private whatever they contain, and what they contain is found too', () => {
    const text = ' my number is +49 30 901820 ';
    const [whole, number] = classifyText(text, inside({ class: 'chat' }, { class: 'message' }));
    expect([whole?.pii, text.slice(whole?.start, whole?.end)]).toEqual(['message', text.trim()]);
    expect(number?.pii).toBe('phone');
  });

  it('are known to be somebody else’s', () => {
    const theirs = inside({ class: 'chat' }, { class: 'message incoming' });
    const own = inside({ class: 'chat' }, { class: 'message outgoing' });
    expect([theirs.someoneElses, own.someoneElses]).toEqual([true, false]);
    expect(classifyText('hello you', theirs)[0]?.why.map(({ id }) => id)).toContain(
      'pii.why.someoneElses',
    );
    expect(
      inside({ class: 'chat' }, { class: 'bubble--received' }, { tag: 'span' }).someoneElses,
    ).toBe(true);
  });

  it.each([
    ['Send', [{ class: 'chat' }, { class: 'message' }, { tag: 'button' }]],
    ['10:42', [{ class: 'chat' }, { class: 'message' }]],
    ['Today at 9:15', [{ class: 'chat' }, { class: 'message' }]],
    ['5 min ago', [{ class: 'chat' }, { class: 'message' }]],
    ['3', [{ class: 'chat' }, { class: 'message' }]],
    ['Messages from last week', [{ class: 'chat' }, { class: 'chat-header' }]],
    ['Conversation with support', [{ class: 'chat' }, { tag: 'h2' }]],
    ['3 unread messages', [{ class: 'inbox' }, { class: 'unread-count' }]],
    [
      'Write your message',
      [{ class: 'chat' }, { tag: 'form', class: 'composer' }, { tag: 'label' }],
    ],
    ['Monday', [{ class: 'chat' }, { role: 'separator' }]],
    ['Your message was sent to our team', [{ class: 'alert' }]],
    ['Contact us for a message', [{ tag: 'nav', class: 'messages' }]],
    ['Welcome to the page', [{ tag: 'body', class: 'messages chat' }]],
  ] as const)('%s is no message in %j', (text, path) => {
    expect(classes(text, ...path)).toEqual([]);
  });

  it('end with their thread', () => {
    const thread = inside({ class: 'chat' });
    expect(thread.inThread).toBe(true);
    expect(inside({ class: 'sidebar' }).inThread).toBe(false);
  });
});

describe('a section that is named after threads', () => {
  type Tree = readonly [string, Partial<ElementFacts> & { class?: string }, ...Tree[]];
  const flat = (trees: readonly Tree[], depth = 1): InnerFacts[] =>
    trees.flatMap(([tag, facts, ...children]) => [
      { facts: element({ tag, ...facts }), depth },
      ...flat(children, depth + 1),
    ]);
  const isThread = (facts: Partial<ElementFacts> & { class?: string }, ...children: Tree[]) =>
    enterSurroundings(rootSurroundings('en'), element(facts), () => flat(children)).inThread;

  it('is an article about them where a heading and a paragraph stand side by side', () => {
    const prose: Tree[] = [
      ['div', { class: 'art' }],
      ['h3', {}],
      ['p', {}],
    ];
    expect(isThread({ tag: 'article', id: 'idea-threads' }, ...prose)).toBe(false);
    expect(isThread({ tag: 'section', class: 'conversations' }, ...prose)).toBe(false);
    const cards: Tree = ['div', { class: 'cards' }, ['div', {}, ...prose], ['div', {}, ...prose]];
    expect(isThread({ tag: 'section', class: 'chat' }, ['h2', {}], cards)).toBe(false);
  });

  it.each<[string, Tree[]]>([
    [
      'has paragraphs alone',
      [
        ['p', {}],
        ['p', {}],
      ],
    ],
    [
      'has times',
      [
        ['h2', {}],
        ['p', {}],
        ['p', {}, ['time', {}]],
      ],
    ],
    [
      'has authors',
      [
        ['h2', {}],
        ['p', {}],
        ['div', { class: 'author' }],
      ],
    ],
    [
      'has messages',
      [
        ['h2', {}],
        ['p', {}],
        ['div', { class: 'chat-message' }],
      ],
    ],
    [
      'has a log',
      [
        ['h2', {}],
        ['p', {}],
        ['div', { role: 'log' }],
      ],
    ],
    [
      'has a box to write in',
      [
        ['h2', {}],
        ['p', {}],
        ['form', {}, ['textarea', {}]],
      ],
    ],
    [
      'has a head of its own',
      [
        ['header', {}, ['h2', {}], ['p', {}]],
        ['div', {}, ['p', {}]],
      ],
    ],
    [
      'lists paragraphs',
      [
        ['h2', {}],
        ['p', {}],
        ['ul', {}, ['li', {}, ['p', {}]], ['li', {}, ['p', {}]]],
      ],
    ],
    [
      'has its heading elsewhere',
      [
        ['div', {}, ['h2', {}]],
        ['div', {}, ['p', {}]],
      ],
    ],
  ])('is a thread where it %s', (_, children) => {
    expect(isThread({ class: 'chat' }, ...children)).toBe(true);
  });

  it('is a thread as a log, and a part of the thread around it', () => {
    const prose: Tree[] = [
      ['h3', {}],
      ['p', {}],
    ];
    expect(isThread({ role: 'log', class: 'thread' }, ...prose)).toBe(true);
    const inner = enterSurroundings(inside({ class: 'chat' }), element({ class: 'thread' }), () =>
      flat(prose),
    );
    expect(inner.inThread).toBe(true);
  });

  it.each(['h3', 'h4', 'h5', 'h6'])('has headings (%s) that are no messages', (tag) => {
    expect(classes('What we do with it', { class: 'chat' }, { tag })).toEqual([]);
    expect(classes('What we do with it', { class: 'chat' }, { tag, class: 'text' })).toEqual([]);
  });
});

describe('names by their place', () => {
  const row = [{ class: 'threads' }, { tag: 'li', class: 'thread' }, { tag: 'button' }];

  it.each([
    ['Anna Schmidt', { class: 'thread-name' }],
    ['Amara Diallo-Reyes', { class: 'conversation-item__name' }],
    ['Siobhán O’Brien', { class: 'name' }],
    ['山田太郎', { class: 'chat-name' }],
  ])('%s in a row of an inbox that is a button', (text, place) => {
    expect(classes(text, ...row, place)).toEqual(['name.full']);
  });

  it.each([
    'Engine, boat three',
    'Boat three, frame',
    'Night Crew',
    'Pier 2',
    'General',
    'Sales Team',
    '#random',
    'New Message',
    'Engine room',
  ])('%s is the topic of a thread', (text) => {
    expect(classes(text, ...row, { class: 'thread-name' })).toEqual([]);
    expect(classes(text, { class: 'chat' }, { class: 'chat-name' })).toEqual([]);
  });

  it.each(['file-name', 'group-name', 'channel-name', 'product-name', 'btn-name'])(
    'no person is named in .%s',
    (name) => {
      const path = name === 'btn-name' ? row : [{ class: 'chat' }];
      expect(classes('Blue Harvest', ...path, { class: name })).toEqual([]);
    },
  );

  it('takes no name from such a row outside of threads', () => {
    expect(classes('Anna Schmidt', { tag: 'button' }, { class: 'name' })).toEqual([]);
  });

  it.each([
    ['Anna Schmidt', [{ class: 'chat' }, { class: 'message-author' }]],
    ['山田太郎', [{ itemprop: 'author' }]],
    ['Anna', [{ class: 'chat' }, { class: 'message' }, { class: 'sender' }]],
    ['Anna Schmidt', [{ class: 'account-name' }]],
  ] as const)('%s in %j', (text, path) => {
    expect(classes(text, ...path)).toEqual(['name.full']);
  });

  it.each(['You', 'Log in', 'Posted by somebody on Monday, in short', '12345', 'by'])(
    '%s is no name',
    (text) => {
      expect(classes(text, { class: 'chat' }, { class: 'author' })).toEqual([]);
    },
  );

  it('calls an address in the place of a name an address', () => {
    expect(classes('anna@example.com', { class: 'account-name' })).toEqual(['email']);
  });
});

describe('enterSurroundings', () => {
  it('gives plain elements their parent’s surroundings without work', () => {
    const parent = rootSurroundings('en');
    expect(enterSurroundings(parent, element({}))).toBe(parent);
    expect(enterSurroundings(parent, element({ lang: 'de' })).lang).toBe('de');
  });

  it('bears names that objects have of their own', () => {
    expect(
      inside({ class: '__proto__ constructor toString', id: 'hasOwnProperty' }).inMessage,
    ).toBe(false);
  });
});
