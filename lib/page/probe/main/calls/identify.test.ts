import { describe, expect, it, vi } from 'vitest';
import { createTape } from '../tape';
import { hearGoogle } from './google';
import { noteNamed, watchIdentify } from './identify';

/** A page's window; what was noted of it, as `tool.call: how`. */
function watch(globals: Record<string, unknown>) {
  const noted: string[] = [];
  const look = watchIdentify(globals as unknown as Window, (recorder, by, named) => {
    const how = named.email ? 'email' : named.traits ? 'traits' : named.id ? 'id' : '';
    if (how !== '') noted.push(`${recorder ?? '-'} ${by} ${how}`);
  });
  look();
  return { noted, look, globals };
}

describe('watchIdentify', () => {
  it('hears what a snippet queued, what its stub is told, and what the real tool is told', () => {
    const sent: unknown[] = [];
    const stub: unknown[] & { identify?: (...args: unknown[]) => void } = [];
    stub.identify = (...args) => void stub.push(['identify', ...args]);
    stub.identify('alice@acme.test');
    const page = watch({ posthog: stub });
    stub.identify('u-1');
    page.look();
    class PostHog {
      people = { set: (...args: unknown[]) => sent.push(args) };
      identify(...args: unknown[]): number {
        return sent.push(this, ...args);
      }
    }
    const real = new PostHog();
    page.globals.posthog = real;
    page.look();
    page.look();
    expect(real.identify('u-2', { name: 'Alice' })).toBe(3);
    real.people.set('email', 'alice@acme.test');
    expect(sent[0]).toBe(real);
    expect(page.noted).toEqual([
      'posthog posthog.identify email',
      'posthog posthog.identify id',
      'posthog posthog.identify traits',
      'posthog posthog.people.set traits',
    ]);
  });

  it('hears functions that take commands, and leaves on them what hangs there', () => {
    const clarity = Object.assign(vi.fn(), { q: [['identify', 'u-1']], v: undefined });
    const page = watch({ clarity, hj: Object.assign(vi.fn(), { q: [] }), FS: vi.fn() });
    page.look();
    // The page calls by the name, where the witness stands.
    const call = (name: string, ...args: unknown[]) =>
      Reflect.apply(page.globals[name] as () => void, undefined, args);
    call('clarity', 'set', 'x', 'alice@acme.test');
    call('clarity', 'identify', 'alice@acme.test');
    call('hj', 'identify', null, { email: 'x' });
    call('FS', 'setIdentity', { uid: 'u', properties: { displayName: 'A' } });
    expect(page.noted).toEqual([
      'clarity clarity.identify id',
      'clarity clarity.identify email',
      'hotjar hj.identify traits',
      'fullstory FS.setIdentity traits',
    ]);
    expect(page.globals.clarity).toHaveProperty('q', [['identify', 'u-1']]);
    expect(clarity).toHaveBeenCalledTimes(2);
  });

  it('hears the others by their own ways', () => {
    const amplitude = { _q: [{ name: 'setUserId', args: ['alice@acme.test'] }], identify() {} };
    const pendo = { _q: [['initialize', { visitor: { id: 'v', email: 'x' } }]] };
    const heap = Object.assign([['identify', 'u']], { addUserProperties() {} });
    const page = watch({
      amplitude,
      pendo,
      heap,
      Sentry: { setUser() {} },
      DD_RUM: Object.freeze({ setUser() {} }),
    });
    const { Sentry } = page.globals as { Sentry: { setUser(user: object | null): void } };
    Sentry.setUser({ id: 1, email: 'alice@acme.test' });
    Sentry.setUser(null);
    amplitude.identify();
    expect(page.noted).toEqual([
      'amplitude amplitude.setUserId email',
      'heap heap.identify id',
      'pendo pendo.initialize traits',
      'sentry Sentry.setUser traits',
    ]);
  });
});

describe('hearGoogle', () => {
  it('takes ids and user data, and not what an event is about', () => {
    const noted: string[] = [];
    const hear = hearGoogle((_, by, { email, traits }) =>
      noted.push(`${by} ${email ? 'email' : traits ? 'traits' : 'id'}`),
    );
    hear(['set', 'user_data', { email: 'alice@acme.test' }]);
    hear(['config', 'G-1', { user_id: 'alice@acme.test' }]);
    hear(['set', { user_id: 7 }]);
    hear({ event: 'login', userId: 'u' });
    hear({ event: 'x', user_data: { phone_number: '1' } });
    hear({ event: 'view_item', name: 'Chair', city: 'Oslo' });
    hear(['event', 'purchase', { name: 'Chair' }]);
    expect(noted).toEqual([
      'gtag.set user_data traits',
      'gtag.config email',
      'gtag.set id',
      'dataLayer id',
      'dataLayer user_data traits',
    ]);
  });
});

describe('noteNamed', () => {
  it('writes the same way of naming once, and never a value', () => {
    const tape = createTape();
    const note = noteNamed(tape);
    note('hotjar', 'hj.identify', { email: true, traits: true, id: true });
    note('hotjar', 'hj.identify', { email: true, traits: false, id: true });
    expect(JSON.parse(tape.json())).toMatchObject([
      {
        kind: 'call',
        what: 'identify',
        recorder: 'hotjar',
        detail: 'email-as-id',
        by: 'hj.identify',
      },
      { kind: 'call', what: 'identify', recorder: 'hotjar', detail: 'traits' },
    ]);
  });
});
