// @vitest-environment node
import { EventEmitter } from 'node:events';
import type { BrowserContext, Request } from 'playwright';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scenario, step, walkOf } from '../../consent/testing/walk';
import { harsOf } from './hars';
import { Traffic } from './traffic';

const T = 1_790_000_000_000;

beforeEach(() => void vi.useFakeTimers({ now: T }));
afterEach(() => void vi.useRealTimers());

interface Sent {
  readonly url?: string;
  readonly method?: string;
  readonly body?: Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** When it began, as the browser says once it was answered. */
  startTime: number;
}

function requestOf(sent: Sent): Request {
  const { url = 'https://shop.example/x', method = 'GET', body = null, headers = {} } = sent;
  const times = { domainLookupStart: -1, domainLookupEnd: -1, connectStart: -1, connectEnd: -1 };
  const more = { secureConnectionStart: -1, requestStart: -1, responseStart: -1, responseEnd: -1 };
  const request = {
    url: () => url,
    method: () => method,
    headers: () => headers,
    postDataBuffer: () => body,
    resourceType: () => 'fetch',
    serviceWorker: () => null,
    timing: () => ({ startTime: sent.startTime, ...times, ...more }),
  };
  // What is read of a request, and no more.
  return request as unknown as Request;
}

/** A context that tells what is emitted, with one page and one socket in it. */
function setUp() {
  const context = new EventEmitter();
  const [page, socket] = [new EventEmitter(), new EventEmitter()];
  const session = Object.assign(new EventEmitter(), { send: async () => undefined });
  // What is listened to of a context, and no more.
  const traffic = new Traffic(context as unknown as BrowserContext, 'https://shop.example/');
  const inPage = Object.assign(page, {
    context: () => ({ newCDPSession: async () => session }),
  });
  context.emit('page', inPage);
  const open = () =>
    page.emit('websocket', Object.assign(socket, { url: () => 'wss://shop.example/ws' }));
  const send = (sent: Sent): Request => {
    const request = requestOf(sent);
    context.emit('request', request);
    return request;
  };
  const answer = (request: Request, status: number) =>
    context.emit('response', { request: () => request, status: () => status, headers: () => ({}) });
  return {
    traffic,
    open,
    frame: (payload: string) => socket.emit('framesent', { payload }),
    send,
    answer,
  };
}

describe('the traffic of a visit', () => {
  it('tells each frame of a socket in the step that it was sent in', () => {
    const { traffic, open, frame } = setUp();
    open();
    frame('{"hello":1}');
    const before = traffic.take([], T + 1);
    expect(before.requests.map(({ payload, bytes }) => [payload, bytes])).toEqual([
      ['none', 0],
      ['json', 11],
    ]);
    vi.setSystemTime(T + 5_000);
    frame('{"type":3,"data":{"source":1},"timestamp":1}');
    const after = traffic.take([], T + 6_000).requests;
    expect(after).toMatchObject([{ t: T + 5_000, type: 'websocket', payload: 'recording' }]);
    expect(before.requests.map(({ payload }) => payload)).not.toContain('recording');
  });

  it('leaves what has begun since for the next step', () => {
    const { traffic, send } = setUp();
    send({ startTime: -1 });
    vi.setSystemTime(T + 50);
    send({ startTime: -1, url: 'https://shop.example/later' });
    expect(traffic.take([], T + 10)).toMatchObject({ requests: [{ t: T }], dropped: 0 });
    expect(traffic.take([], T + 90)).toMatchObject({
      requests: [{ url: 'https://shop.example/later' }],
      dropped: 0,
    });
  });

  it('counts as dropped what it heard of too late for the step that it began in', () => {
    const { traffic, send } = setUp();
    traffic.take([], T + 10);
    vi.setSystemTime(T + 20);
    send({ startTime: T + 5 });
    send({ startTime: T + 15 });
    expect(traffic.take([], T + 90)).toMatchObject({ requests: [{ t: T + 15 }], dropped: 1 });
  });

  it('calls a body that it can not see opaque, and nothing where there is none', () => {
    const { traffic, send } = setUp();
    send({ startTime: T, method: 'POST' });
    send({ startTime: T, method: 'POST', headers: { 'content-length': '0' } });
    send({ startTime: T, method: 'POST', body: Buffer.from('{"a":1}') });
    send({ startTime: T });
    const { requests } = traffic.take([], T + 1);
    expect(requests.map(({ payload, bytes }) => [payload, bytes])).toEqual([
      ['binary', null],
      ['none', 0],
      ['json', 7],
      ['none', 0],
    ]);
  });
});

describe('the HARs of a walk', () => {
  it('are named by their paths, have late answers, and are left out where nothing was seen', () => {
    const { traffic, send, answer } = setUp();
    const request = send({ startTime: T });
    traffic.take([], T + 1);
    answer(request, 204);
    const first = (startedAt: number) => step('before', [], { startedAt });
    const walk = walkOf([
      scenario('reject', [first(1)]),
      scenario('reject', [first(2)], { repeat: 1 }),
      scenario('accept', [], { state: 'not-walked', obstacle: 'not-reached' }),
      scenario('gpc', [first(3)]),
    ]);
    const none: Pick<Traffic, 'exchanges'> = { exchanges: () => [] };
    const hars = harsOf(
      walk,
      new Map<number, Pick<Traffic, 'exchanges'>>([
        [1, none],
        [2, traffic],
        [3, traffic],
        [4, none],
      ]),
    );
    expect([...hars.keys()]).toEqual(['reject-1', 'gpc-0']);
    expect(hars.get('gpc-0')).toMatchObject([{ status: 204, startedAt: T }]);
  });
});
