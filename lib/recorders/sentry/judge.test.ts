import { describe, expect, it } from 'vitest';
import { at, root, type Sketch, view } from '../testing/sketch';

const sentry = (options?: object) => root('sentry', options);
const input = (type: string, attributes: Record<string, string> = {}): Sketch => ({
  tag: 'input',
  type,
  attributes: { type, ...attributes },
});
const OPEN = { unmask: ['.open'] };
const open: Sketch = { matching: ['.open'] };
const mask: Sketch = { matching: ['.sentry-mask,[data-sentry-mask]', '.sentry-mask'] };

describe('Sentry Replay', () => {
  it('masks text and values by default, and blocks media', () => {
    expect(at(sentry(), {}).capture('text').capture).toBe('masked');
    expect(at(sentry(), input('hidden')).capture('value').capture).toBe('masked');
    const media = at(sentry(), { tag: 'img', matching: [] });
    expect(media.capture('src').capture).toBe('plain');
    expect(at(sentry(), { tag: 'script' }).capture('text').capture).toBe('absent');
    expect(at(sentry(), {}).capture('comment').capture).toBe('absent');
  });

  it('never masks text that stands straight in a shadow root', () => {
    const host = view(mask);
    const judge = sentry().enter(host, 'child').enter(host, 'shadow-open');
    expect(judge.capture('text').capture).toBe('plain');
    expect(judge.enter(view(), 'child').capture('text').capture).toBe('masked');
  });

  it('goes by the nearest mark, a mask first, and into no frame', () => {
    expect(at(sentry(OPEN), open, {}).capture('text').capture).toBe('plain');
    expect(at(sentry(OPEN), open, mask, {}).capture('text').capture).toBe('masked');
    expect(at(sentry(OPEN), mask, open).capture('text').capture).toBe('plain');
    const both = { matching: [...(open.matching ?? []), ...(mask.matching ?? [])] };
    expect(at(sentry(OPEN), both).capture('text').capture).toBe('masked');
    const framed = at(sentry(OPEN), open).enter(view(), 'iframe');
    expect(framed.capture('text').capture).toBe('masked');
  });

  it('opens passwords by an unmask selector, but not where autocomplete names one', () => {
    expect(at(sentry(OPEN), open, input('password')).capture('value').capture).toBe('plain');
    const named = input('password', { autocomplete: 'current-password' });
    expect(at(sentry(OPEN), open, named).capture('value').capture).toBe('masked');
    const off = sentry({ maskAllInputs: false });
    expect(at(off, input('password')).capture('value').capture).toBe('masked');
    expect(at(off, input('email')).capture('value').capture).toBe('plain');
  });

  it('masks the attributes that it was given, unless the element itself is open', () => {
    expect(at(sentry(), {}).capture('title').capture).toBe('masked');
    expect(at(sentry(), {}).capture('data', 'data-user').capture).toBe('plain');
    expect(at(sentry(OPEN), open).capture('title').capture).toBe('plain');
    expect(at(sentry(OPEN), open, {}).capture('title').capture).toBe('masked');
    const own = sentry({ maskAttributes: ['href', 'data-user'] });
    expect(at(own, {}).capture('data', 'data-user').capture).toBe('masked');
    expect(at(own, { tag: 'a' }).capture('href').capture).toBe('plain');
  });

  it('can not tell what a callback makes of text, and sends addresses as they are', () => {
    expect(at(sentry({ maskFn: { function: true } }), {}).capture('text').capture).toBe('unknown');
    expect(sentry().capture('page-url', 'email').capture).toBe('plain');
    expect(sentry().capture('console').capture).toBe('plain');
    expect(sentry({ breadcrumbs: false }).capture('console').capture).toBe('absent');
  });
});
