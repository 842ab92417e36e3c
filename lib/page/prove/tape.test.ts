import { describe, expect, it } from 'vitest';
import { parseTape } from './ask-taps';
import { messageText } from './main/bodies';
import { createSpool, MOST_CHARACTERS, MOST_ENTRIES } from './main/spool';

const tapeOf = (spool: ReturnType<typeof createSpool>) =>
  parseTape(`{"watched":true,"tape":${spool.take()}}`);

describe('the tape between the taps and the prover', () => {
  it('hands over texts, bytes and what nobody could read, once', async () => {
    const spool = createSpool();
    spool.text('https://a.test/', '{"name":"Zoë"}');
    spool.bytes('https://b.test/', '\u001f\u008b\u0000');
    spool.unread('https://c.test/');
    spool.text('https://d.test/', null);
    const tape = tapeOf(spool);
    expect(tape?.watched).toBe(true);
    expect(tape?.sent.map(({ url, body, unseen }) => [url, body, unseen])).toEqual([
      ['https://a.test/', '{"name":"Zoë"}', 0],
      ['https://b.test/', new Uint8Array([0x1f, 0x8b, 0]), 0],
      ['https://c.test/', null, 1],
      ['https://d.test/', null, 0],
    ]);
    // A stream may go on for ever, so that it is of the time after the planting, too.
    expect(tape?.sent[2]?.time).toBeGreaterThan(Date.now());
    expect(tapeOf(spool)?.sent).toEqual([]);
  });

  it('keeps nothing any more once it was stopped', () => {
    const spool = createSpool();
    spool.text('https://a.test/', 'before');
    spool.stop();
    spool.text('https://a.test/', 'after');
    expect(tapeOf(spool)?.sent).toEqual([]);
  });

  it('waits for bodies that come later, and counts those that never do', async () => {
    const spool = createSpool();
    spool.later('https://a.test/', Promise.resolve('late'));
    spool.later('https://b.test/', Promise.reject(new Error('gone')));
    expect(tapeOf(spool)).toMatchObject({ sent: [], waiting: 2 });
    await Promise.resolve();
    await Promise.resolve();
    const sent = tapeOf(spool)?.sent ?? [];
    expect(sent.map(({ url, unseen }) => [url, unseen])).toEqual([
      ['https://a.test/', 0],
      ['https://b.test/', 1],
    ]);
  });

  it('is bounded, and says what did not fit', () => {
    const spool = createSpool();
    spool.text('https://big.test/', 'x'.repeat(MOST_CHARACTERS));
    spool.text('https://next.test/', 'abc');
    for (let i = 0; i < MOST_ENTRIES; i++) spool.text('https://many.test/', null);
    const sent = tapeOf(spool)?.sent ?? [];
    expect(sent[1]).toMatchObject({ url: 'https://next.test/', body: null, unseen: 3 });
    expect(sent).toHaveLength(MOST_ENTRIES + 1);
    expect(sent.at(-1)).toMatchObject({ url: '', unseen: 2 });
  });

  it('takes no answer that is not of its form', () => {
    expect(parseTape('{}')).toBeNull();
    expect(parseTape('nonsense')).toBeNull();
    expect(parseTape('{"watched":1,"tape":{"waiting":0,"dropped":0,"sent":[]}}')).toBeNull();
  });
});

describe('a message between threads', () => {
  it('is read in all its depths, bytes and cycles included, and no getter is run', () => {
    const cycle: Record<string, unknown> = { name: 'ada', list: [1, { deep: 'value' }] };
    cycle.self = cycle;
    Object.defineProperty(cycle, 'trap', {
      enumerable: true,
      get: () => {
        throw new Error('A getter of the page was run.');
      },
    });
    const text = messageText({ cycle, bytes: new TextEncoder().encode('packed') });
    for (const part of ['ada', 'value', 'packed']) expect(text).toContain(part);
  });
});
