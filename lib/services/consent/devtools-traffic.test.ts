import { expect, it, vi } from 'vitest';
import { scenario, step, walkOf } from '../../consent/testing/walk';
import type { LoggedRequest } from '../../platform/devtools';
import { watchTraffic } from './devtools-traffic';
import { withLateRequests } from './late-requests';

const devtools = vi.hoisted(() => ({
  onRequest: [] as ((request: LoggedRequest) => void)[],
}));
vi.mock('../../platform/devtools', () => ({
  onRequestFinished: (listener: (request: LoggedRequest) => void) =>
    devtools.onRequest.push(listener),
}));

const PAGE = 'https://shop.test/';
const end = (path: string, time: number): void => {
  for (const listener of devtools.onRequest) {
    listener({
      ...{ time, duration: 1, method: 'GET', url: `${PAGE}${path}`, headers: [], text: undefined },
      ...{ bodySize: 0, resourceType: 'fetch', initiator: 'parser' },
    });
  }
};

it('keeps a request that ends after the reading of its step, for that step', () => {
  const traffic = watchTraffic(new AbortController().signal);
  const first = { ...step('before'), startedAt: 100, endedAt: 200 };
  const second = { ...step('reload'), startedAt: 200, endedAt: 300 };
  end('cleared', 50);
  end('a', 110);
  expect(traffic.take(100, PAGE, []).requests.map(({ url }) => url)).toEqual([`${PAGE}a`]);
  end('slow', 150);
  end('b', 210);
  const { requests, dropped } = traffic.take(200, PAGE, []);
  expect([requests.map(({ url }) => url), dropped]).toEqual([[`${PAGE}b`], 0]);
  // Nothing is read any more when this one ends.
  end('slower', 290);
  const walk = walkOf([scenario('untouched', [first, second])]);
  const [walked] = withLateRequests(walk, traffic.late(PAGE, [])).scenarios;
  expect(walked?.steps.map((each) => each.requests.map(({ url }) => url))).toEqual([
    [`${PAGE}slow`],
    [`${PAGE}slower`],
  ]);
});

it('says where a step had more than it can hold', () => {
  const full = { ...step('before'), startedAt: 100, endedAt: 200 };
  const traffic = watchTraffic(new AbortController().signal);
  for (let count = 0; count < 5_000; count++) end('x', 150);
  const { requests } = traffic.take(100, PAGE, []);
  end('late', 160);
  traffic.take(200, PAGE, []);
  const walk = walkOf([scenario('untouched', [{ ...full, requests }])]);
  const [walked] = withLateRequests(walk, traffic.late(PAGE, [])).scenarios;
  expect(walked?.steps[0]?.requests).toHaveLength(5_000);
  expect(walked?.steps[0]?.requestsDropped).toBe(1);
});
