import type { Page } from 'playwright';
import { test } from 'playwright/test';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import { waitFor } from '../run/drive';
import { type Bench, openBench } from './probe-bench';

/** A value that may be in no answer of the probe's. */
export const SECRET = 'sekret-7f3a91c2';

/** The bench of a file of tests: opened before the first of them, closed after the last. */
export function useProbe() {
  let opened: Bench | undefined;
  test.beforeAll(async () => {
    opened = await openBench();
  });
  test.afterAll(() => opened?.close());
  const bench = (): Bench => {
    if (!opened) throw new Error('The bench is open within tests alone.');
    return opened;
  };
  return {
    bench,
    async visit(path: string, html: string, headers: Record<string, string> = {}) {
      const url = bench().serve(path, { body: html, headers });
      const page = await bench().context.newPage();
      await page.goto(url);
      return page;
    },
    /** The time line, as soon as this is in it. */
    told: (tab: Page, holds: (timeline: Timeline | null) => boolean, what: string) =>
      waitFor(() => bench().timeline(tab), holds, what),
  };
}

type Of<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;

/** All events of one kind. */
export const pick = <K extends TimelineEvent['kind']>(
  timeline: Timeline | null,
  kind: K,
): Of<K>[] => (timeline?.events ?? []).filter((event): event is Of<K> => event.kind === kind);

export const page = (script: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>t</title><script>${script}</script></head><body>${body}</body></html>`;
