import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../protocol/audit';
import type { AskedValue } from '../contract';
import { at, root, type Sketch, view } from '../testing/sketch';
import { detect } from './detect';
import { readGlobals } from './globals';

const of = (whole: string): AskedValue => ({ whole, part: whole });
const textOf = (options: object | undefined, path: readonly Sketch[], whole = 'Ada Lovelace') =>
  at(root('highlight', options), ...path).capture('text', '', of(whole)).capture;
const field = (type: string, attributes: Record<string, string> = {}): Sketch => ({
  tag: 'input',
  type,
  attributes,
});
const STRICT = { privacySetting: 'strict' };
const NONE = { privacySetting: 'none' };
const MASK: Sketch = { attributes: { class: 'highlight-mask', title: 'Ada' } };

describe('Highlight', () => {
  it('scrambles text that looks personal, and keeps names', () => {
    for (const personal of ['ada@mail.test', 'Call 555-123-4567', '12 Main Street', '10.0.0.1']) {
      expect(textOf(undefined, [{}], personal)).toBe('masked');
      expect(textOf(NONE, [{}], personal)).toBe('plain');
    }
    expect(textOf(undefined, [{}])).toBe('plain');
    expect(textOf(undefined, [{}], 'Order 1234')).toBe('plain');
  });

  it('decides by the whole text, not by the part that is asked about', () => {
    const asked = { whole: 'Ada Lovelace, ada@mail.test', part: 'Ada Lovelace' };
    expect(at(root('highlight'), {}).capture('text', '', asked).capture).toBe('masked');
  });

  it('scrambles all text if it is strict, but that of the title, the body and noscript', () => {
    expect(textOf(STRICT, [{}])).toBe('masked');
    for (const tag of ['body', 'noscript', 'title'])
      expect(textOf(STRICT, [{ tag }])).toBe('plain');
    expect(textOf(STRICT, [{ tag: 'svg' }, { tag: 'title' }])).toBe('masked');
    const host = view();
    const inRoot = root('highlight', STRICT).enter(host, 'child').enter(host, 'shadow-open');
    expect(inRoot.capture('text', '', of('Ada')).capture).toBe('plain');
  });

  it('keeps nothing of a masked element but its class, and of those in it all attributes', () => {
    expect(textOf(NONE, [MASK])).toBe('masked');
    expect(at(root('highlight'), MASK).capture('title', 'title').capture).toBe('absent');
    expect(at(root('highlight'), MASK).capture('class', 'class').capture).toBe('plain');
    expect(at(root('highlight'), MASK, {}).capture('title', 'title').capture).toBe('plain');
    expect(
      at(root('highlight'), field('email', { class: 'highlight-mask' })).capture('value').capture,
    ).toBe('absent');
  });

  it('sends what is typed into a field with the masking class where no type masks it', () => {
    const marked = (type: string, names: string, options: object = NONE) =>
      at(root('highlight', options), field(type, { class: names })).capture('value').capture;
    expect(marked('text', 'highlight-mask')).toBe('plain');
    expect(marked('text', 'highlight-mask highlight-ignore')).toBe('absent');
    expect(marked('password', 'highlight-mask')).toBe('absent');
    expect(marked('submit', 'highlight-mask')).toBe('absent');
    expect(marked('text', 'highlight-mask', { ...NONE, maskAllInputs: true })).toBe('absent');
  });

  it('masks values, hidden ones aside, and with none the passwords alone', () => {
    expect(at(root('highlight'), field('email')).capture('value').capture).toBe('masked');
    expect(at(root('highlight', STRICT), field('hidden')).capture('value').capture).toBe('plain');
    expect(at(root('highlight', NONE), field('email')).capture('value').capture).toBe('plain');
    const told = { ...NONE, maskInputOptions: { email: true, password: false } };
    expect(at(root('highlight', told), field('email')).capture('value').capture).toBe('masked');
    expect(at(root('highlight', told), field('password')).capture('value').capture).toBe('masked');
  });

  it('opens what carries data-hl-record: text by any word in it, a field by "true", a password too', () => {
    const mark = (word: string): Record<string, string> => ({ 'data-hl-record': word });
    expect(textOf(STRICT, [{ attributes: mark('false') }])).toBe('plain');
    expect(textOf(STRICT, [{ attributes: mark('') }])).toBe('masked');
    expect(textOf(STRICT, [{ attributes: mark('true') }, {}])).toBe('masked');
    expect(textOf(STRICT, [MASK, { attributes: mark('true') }])).toBe('masked');
    const password = (word: string) =>
      at(root('highlight'), field('password', mark(word))).capture('value').capture;
    expect(password('true')).toBe('plain');
    expect(password('yes')).toBe('masked');
  });

  it('makes boxes of pictures if it is strict', () => {
    const picture: Sketch = { tag: 'img', attributes: { alt: 'Ada' } };
    expect(at(root('highlight', STRICT), picture).capture('alt', 'alt').capture).toBe('absent');
    expect(at(root('highlight'), MASK, picture).capture('alt', 'alt').capture).toBe('absent');
    expect(at(root('highlight'), picture).capture('alt', 'alt').capture).toBe('plain');
  });

  it('sends the text of clicks whatever stands there, and the console unless it is told not to', () => {
    const click = at(root('highlight', STRICT), MASK).capture('clicked-text', '', of('Ada'));
    expect(click.capture).toBe('plain');
    expect(root('highlight').capture('console', 'log').capture).toBe('plain');
    const off = { disableConsoleRecording: true };
    expect(root('highlight', off).capture('console', 'log').capture).toBe('absent');
    const some = { consoleMethodsToRecord: ['error'] };
    expect(root('highlight', some).capture('console', 'log').capture).toBe('absent');
    expect(root('highlight', some).capture('console', 'error').capture).toBe('plain');
  });

  it('cannot tell anything for a setting that it does not know', () => {
    expect(textOf({ privacySetting: { cut: true } }, [MASK])).toBe('unknown');
  });

  it('reads from the page what its init call was given', () => {
    const globals = readGlobals({
      H: {
        getSessionURL: () => null,
        getRecordingState: () => 'Recording',
        options: { privacySetting: 'none', maskTextClass: /priv/, environment: 'production' },
      },
      location: { hostname: 'shop.test' },
    });
    const facts: PageFacts = {
      ...{ scripts: [], resources: [], storageKeys: [], cookieNames: [] },
      globals: { highlight: globals },
    };
    expect(detect(facts)).toMatchObject({
      recording: true,
      optionSource: 'read',
      options: {
        privacySetting: 'none',
        maskTextClass: { pattern: 'priv' },
        inlineStylesheet: false,
      },
    });
  });
});
