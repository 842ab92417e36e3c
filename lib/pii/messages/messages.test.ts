import { describe, expect, it } from 'vitest';
import type { ElementFacts, Surroundings } from '../contract';
import { classifyText } from './classify-text';
import { enterSurroundings, rootSurroundings } from './surroundings';

const element = (facts: Partial<ElementFacts> & { class?: string }): ElementFacts => ({
  tag: 'div',
  id: '',
  classNames: facts.class?.split(' ') ?? [],
  role: '',
  ariaLabel: '',
  itemprop: '',
  testId: '',
  lang: '',
  contentEditable: false,
  ...facts,
});

/** The surroundings after entering elements from the root down. */
const inside = (...path: (Partial<ElementFacts> & { class?: string })[]): Surroundings =>
  path.reduce<Surroundings>(
    (parent, facts) => enterSurroundings(parent, element(facts)),
    rootSurroundings('en'),
  );

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

describe('names by their place', () => {
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
