// @vitest-environment node
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { PathBlocked } from '../../consent/walk/driver';
import { readConsentOptions } from './options';
import type { Traffic } from './traffic';
import { CliVisitor } from './visitor';

const url = 'https://shop.example/';

/** A visit of a page that loads for ever and shows nothing. */
function setUp() {
  const stop = new AbortController();
  const waits: number[] = [];
  const page = {
    goto: () => new Promise(() => undefined),
    waitForTimeout: async (ms: number) => {
      waits.push(ms);
      await new Promise((done) => setTimeout(done, Math.min(ms, 5)));
    },
    mouse: { move: async () => undefined },
    context: () => {
      throw new Error('There is no debugger.');
    },
  };
  const visitor = new CliVisitor(
    { ...readConsentOptions([url]), url },
    {
      // What is asked of a page before it can be read, and no more: the rest is never reached.
      newPage: async () => page as unknown as Page,
      context: {} as unknown as BrowserContext,
      traffic: {} as unknown as Traffic,
      camera: null,
      keep: () => '',
      known: new Set(),
      statusOf: async () => null,
      cmpOf: async () => null,
      since: 1,
      signal: stop.signal,
    },
  );
  return { visitor, stop, waits };
}

const interrupted = new PathBlocked('interrupted');

describe('a visit that is stopped', () => {
  it('lets go of a page that is still loading', async () => {
    const { visitor, stop } = setUp();
    const opened = visitor.open();
    stop.abort();
    await expect(opened).rejects.toEqual(interrupted);
  });

  it('waits for no banner any more', async () => {
    const { visitor, stop } = setUp();
    const waited = visitor.banner(60_000);
    setTimeout(() => stop.abort(), 20);
    await expect(waited).rejects.toEqual(interrupted);
    await expect(visitor.banner(0)).resolves.toBeNull();
  });

  it('watches no longer, and still lets a press take effect', async () => {
    const { visitor, stop, waits } = setUp();
    stop.abort();
    await visitor.stay(60_000);
    expect(waits).toEqual([]);
    await visitor.stay(20);
    expect(waits.length).toBeGreaterThan(0);
  });
});
