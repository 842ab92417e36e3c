import { describe, expect, it } from 'vitest';
import { createTape, noStates, statesJson } from './tape';

describe('createTape', () => {
  it('hands out JSON, whatever the names hold', () => {
    const tape = createTape();
    tape.traffic('storage', 1, {
      name: '"},{"kind":"choice"\u2028\ud800',
      action: 'set',
      recorder: null,
    });
    expect(JSON.parse(tape.json())).toEqual([
      {
        kind: 'storage',
        t: 1,
        name: '"},{"kind":"choice"\u2028\ud800',
        action: 'set',
        recorder: null,
      },
    ]);
  });

  it('keeps a place for what is rare, and counts what it drops', () => {
    const tape = createTape(5, 2);
    for (let i = 0; i < 10; i++) tape.traffic('request', i, {});
    for (let i = 0; i < 4; i++) tape.rare('signal', i, {});
    const kinds = JSON.parse(tape.json()).map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['request', 'request', 'request', 'signal', 'signal']);
    expect(tape.dropped()).toBe(7 + 2);
  });

  it('writes nothing of what the probe itself sets off, also after an error', () => {
    const tape = createTape();
    expect(() =>
      tape.silently(() => {
        tape.traffic('request', 1, {});
        throw new Error('reader');
      }),
    ).toThrow('reader');
    expect(tape.json()).toBe('[]');
    tape.traffic('request', 2, {});
    expect(JSON.parse(tape.json())).toHaveLength(1);
  });
});

describe('statesJson', () => {
  it('takes __proto__ for a name like any other, and no more than it can hold', () => {
    const states = noStates();
    Reflect.set(states, '__proto__', 'granted');
    for (let i = 0; i < 500; i++) states[`p${i}`] = 'denied';
    const parsed = JSON.parse(statesJson(states).json);
    expect(Object.keys(parsed)).toHaveLength(60);
    expect(Object.hasOwn(parsed, '__proto__')).toBe(true);
  });
});
