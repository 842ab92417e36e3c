// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { cellAt } from '../../../lib/heatmap/cells';
import type { PlacedHeat } from '../../../lib/sources/contract';
import { createPostHogSource } from '../../../lib/sources/posthog';
import { cell } from './contract';
import type { DoubleRow, PostHogDouble } from './posthog-double';
import {
  configFor,
  errorOf,
  fetchHeat,
  KEY,
  portsOf,
  QUERY,
  type Settings,
  start,
} from './posthog-kit';
import { sendJson } from './send-json';

const row = (part: Partial<DoubleRow> = {}): DoubleRow => ({
  relativeX: 0.5,
  y: 160,
  fixed: false,
  count: 30,
  people: 20,
  ...part,
});

const rowsOf = (heat: PlacedHeat) =>
  Array.from({ length: heat.cells.length }, (_, i) => cellAt(heat.cells, i));

async function heatOf(double: PostHogDouble, settings?: Settings): Promise<PlacedHeat> {
  const result = await fetchHeat(double, settings);
  if (!result.ok) throw result.error;
  if (result.value.form !== 'cells') throw new Error('The answer is not by place.');
  return result.value;
}

describe('what PostHog is asked', () => {
  test('asks for clicks and for people of one page, period and width band, all at once', async () => {
    const double = await start({ rows: [row()] });
    await heatOf(double);
    const asked = double.seen.map(({ url }) => Object.fromEntries(url.searchParams));
    const common = {
      type: 'click',
      url_exact: QUERY.page,
      date_from: '2026-11-01',
      date_to: '2026-11-07',
      viewport_width_min: '1200',
      viewport_width_max: '1360',
      hide_zero_coordinates: 'true',
      limit: '0',
    };
    expect(asked).toHaveLength(2);
    expect(asked).toContainEqual({ ...common, aggregation: 'total_count' });
    expect(asked).toContainEqual({ ...common, aggregation: 'unique_visitors' });
  });

  test('carries the key in the header alone, with no cookie and no referrer', async () => {
    const double = await start();
    await heatOf(double);
    for (const { url, headers } of double.seen) {
      expect(headers.authorization).toBe(`Bearer ${KEY}`);
      expect(url.href).not.toContain(KEY);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });

  test('leaves out what lies outside the page, the days and the band', async () => {
    const double = await start({
      rows: [
        row({ url: QUERY.page, day: '2026-11-07', width: 1280 }),
        row({ y: 16, url: 'https://acme.test/pricing' }),
        row({ y: 32, url: QUERY.page, day: '2026-11-08' }),
        row({ y: 48, url: QUERY.page, width: 390 }),
      ],
    });
    expect(rowsOf(await heatOf(double))).toEqual([cell({ x: 640, y: 160, count: 30, people: 20 })]);
  });
});

describe('joining clicks and people', () => {
  test('a cell that nobody is known behind has 0 people, so that k drops it', async () => {
    const double = await start({ rows: [row({ people: 0 })] });
    expect((await heatOf(double)).cells.people).toEqual(new Float64Array([0]));
  });

  test('never counts more people than clicks', async () => {
    const double = await start({ rows: [row({ count: 12, people: 14 })] });
    expect((await heatOf(double)).cells.people).toEqual(new Float64Array([12]));
  });

  test('derives its error from 16 px units and whole percents', async () => {
    const double = await start({ rows: [row()] });
    const narrow = await heatOf(double);
    expect(narrow).toMatchObject({ gridErrorX: 8, gridErrorY: 8 });
    const wide = await createPostHogSource().fetchHeat(
      configFor(double),
      { ...QUERY, viewportWidth: 2560 },
      portsOf({}),
    );
    expect(wide).toMatchObject({ value: { gridErrorX: 12.8, gridErrorY: 8 } });
  });
});

describe('all pages', () => {
  const rows = Array.from({ length: 25 }, (_, i) =>
    row({ y: (i + 1) * 16, count: 100 - i, people: 50 - i }),
  );

  test('follows has_more over three pages of both answers', async () => {
    const double = await start({ rows, pageCap: 10 });
    const heat = await heatOf(double);
    expect(rowsOf(heat).map(({ count, people }) => [count, people])).toEqual(
      rows.map(({ count, people }) => [count, people]),
    );
    const offsets = double.seen.map(({ url }) => url.searchParams.get('offset')).sort();
    expect(offsets).toEqual(['10', '10', '20', '20', null, null]);
  });

  test('counts a cell once that two pages both hold', async () => {
    const body = { results: [rowJson({})], has_more: true };
    const double = await start({
      instead: (request, response) => {
        const isSecond = request.url?.includes('offset') === true;
        sendJson(response, 200, { ...body, has_more: !isSecond });
        return true;
      },
    });
    expect((await heatOf(double)).cells.count).toEqual(new Float64Array([15]));
  });

  test('does not ask for ever where more is promised and nothing sent', async () => {
    const double = await start({
      instead: (request, response) => {
        const isFirst = request.url?.includes('offset') !== true;
        sendJson(response, 200, { results: isFirst ? [rowJson({})] : [], has_more: true });
        return true;
      },
    });
    expect((await heatOf(double)).truncated).toBe(true);
    expect(double.seen).toHaveLength(4);
  });

  test('never follows an address that the answer names', async () => {
    const elsewhere = await start();
    const double = await start({
      instead: (_request, response) => {
        sendJson(response, 200, { results: [], next: `${elsewhere.origin}/api/next` });
        return true;
      },
    });
    await heatOf(double);
    expect(elsewhere.seen).toHaveLength(0);
  });

  test('keeps the hottest cells and says so where there are more than it takes', async () => {
    const heat = await heatOf(await start({ rows }), { limits: { cells: 10 } });
    expect(heat.truncated).toBe(true);
    expect([...heat.cells.count]).toEqual(rows.slice(0, 10).map(({ count }) => count));
  });
});

describe('positions that are none', () => {
  test('leaves out and counts what is NaN, negative or absurd, and shows the rest', async () => {
    const bad = [
      rowJson({ pointer_y: -16 }),
      rowJson({ pointer_relative_x: -0.5 }),
      rowJson({ pointer_y: 1e12 }),
      rowJson({ pointer_relative_x: 1e9 }),
      rowJson({ pointer_y: null }),
      rowJson({ count: -1 }),
    ].map((one) => JSON.stringify(one));
    bad.push(
      '{"count":3,"pointer_y":NaN,"pointer_relative_x":Infinity,"pointer_target_fixed":false}',
    );
    const double = await start({
      instead: (_request, response) => {
        sendJson(response, 200, `{"results":[${[...bad, JSON.stringify(rowJson({}))].join()}]}`);
        return true;
      },
    });
    const heat = await heatOf(double);
    expect(heat.unusable).toBe(7);
    expect(rowsOf(heat)).toEqual([cell({ x: Math.fround(76.8), y: 32, count: 15, people: 15 })]);
  });

  test('refuses an answer in which no row is usable, instead of calling the page empty', async () => {
    const double = await answering(200, { results: [rowJson({ pointer_y: -1 })] });
    expect(errorOf(await fetchHeat(double))).toMatchObject({ code: 'source.badShape' });
  });
});

describe('answers that are none', () => {
  test.each([
    [401, 'source.unauthorized'],
    [403, 'source.forbidden'],
    [404, 'source.notFound'],
    [400, 'source.failed'],
    [500, 'source.failed'],
    [503, 'source.failed'],
  ] as const)('status %i is told as %s', async (status, code) => {
    const double = await answering(status, { detail: `no, ${KEY}` });
    const error = errorOf(await fetchHeat(double));
    expect(error.code).toBe(code);
    expect(error.params[0]).toBe(new URL(double.origin).host);
  });

  test.each([
    ['120', 120],
    ['Sat, 07 Nov 2026 12:00:30 GMT', 30],
    ['soon', 60],
    [undefined, 60],
    ['99999999', 86_400],
  ])('status 429 with Retry-After %s says when to try again', async (after, seconds) => {
    const double = await start({
      instead: (_request, response) => {
        response.writeHead(429, after === undefined ? {} : { 'retry-after': after });
        response.end();
        return true;
      },
    });
    const error = errorOf(await fetchHeat(double));
    expect(error).toMatchObject({
      code: 'source.rateLimited',
      params: [expect.any(String), seconds],
    });
  });

  test.each([
    ['a web page', '<!doctype html><title>Log in</title>', 'source.notJson'],
    ['plain words', 'upstream connect error', 'source.notJson'],
    ['nothing', '', 'source.truncated'],
    ['JSON that breaks off in a row', '{"results":[{"count":1,"poin', 'source.truncated'],
    ['JSON that breaks off after the rows', '{"results":[]', 'source.truncated'],
    ['JSON with an error in a row', '{"results":[{"count":1,}]}', 'source.notJson'],
    ['a list', '[1,2]', 'source.badShape'],
    ['another object', '{"detail":"hello"}', 'source.badShape'],
    ['rows that are no list', '{"results":{"0":1}}', 'source.badShape'],
    ['rows of another form', '{"results":[{"x":1,"y":2}]}', 'source.badShape'],
    [
      'numbers as texts',
      JSON.stringify({ results: [rowJson({ count: '15' })] }),
      'source.badShape',
    ],
  ] as const)('%s is told as such', async (_what, body, code) => {
    expect(errorOf(await fetchHeat(await answering(200, body))).code).toBe(code);
  });

  test('names the row and field that differ', async () => {
    const body = { results: [rowJson({}), rowJson({ pointer_y: 'top' })] };
    const error = errorOf(await fetchHeat(await answering(200, body)));
    expect(error.params[1]).toBe('results.1.pointer_y');
  });

  test('takes fields that it does not know, whatever they are called', async () => {
    const body =
      '{"__proto__":{"has_more":true},"new":[{"results":[1]}],' +
      '"results":[{"__proto__":{"count":9},"constructor":1,"count":15,"pointer_y":32,' +
      '"pointer_relative_x":0.06,"pointer_target_fixed":1,"label":"}]{[\\"\\\\"}],"fold":null}';
    const heat = await heatOf(await answering(200, body));
    expect(rowsOf(heat)).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'has_more')).toBe(false);
  });
});

describe('the network', () => {
  test('stops reading at the byte limit', async () => {
    const double = await start({
      instead: (_request, response) => {
        response.write('{"results":[');
        const line = `${JSON.stringify(rowJson({}))},`.repeat(1000);
        const more = () => {
          while (response.writable && response.write(line)) {}
        };
        response.on('drain', more);
        more();
        return true;
      },
    });
    const error = errorOf(await fetchHeat(double, { limits: { bytes: 3_000_000 } }));
    expect(error).toMatchObject({ code: 'source.tooLarge', params: [expect.any(String), 3] });
  });

  test('gives up on a server that never answers', async () => {
    const double = await start({ instead: () => true });
    const error = errorOf(await fetchHeat(double, { limits: { silenceMs: 60 } }));
    expect(error.code).toBe('source.slow');
  });

  test('gives up on a server that falls silent in the middle', async () => {
    const double = await start({
      instead: (_request, response) => {
        response.write('{"results":[');
        return true;
      },
    });
    expect(errorOf(await fetchHeat(double, { limits: { silenceMs: 60 } })).code).toBe(
      'source.slow',
    );
  });

  test('gives up on a server that drips', async () => {
    const double = await start({
      instead: (_request, response) => {
        response.write('{"results":[');
        const timer = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(timer));
        return true;
      },
    });
    const limits = { silenceMs: 5_000, totalMs: 200 };
    expect(errorOf(await fetchHeat(double, { limits })).code).toBe('source.slow');
  });

  test('a caller with a time limit of its own hears of a slow source, not of a fault', async () => {
    const double = await start({ instead: () => true });
    const result = await fetchHeat(double, { signal: AbortSignal.timeout(60) });
    expect(errorOf(result).code).toBe('source.slow');
  });

  test('tells a broken connection in the middle of an answer', async () => {
    const double = await start({
      instead: (_request, response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write('{"results":[');
        setTimeout(() => response.destroy(), 20);
        return true;
      },
    });
    expect(errorOf(await fetchHeat(double)).code).toBe('source.truncated');
  });

  test('tells a server that is not there', async () => {
    const double = await start();
    await double.close();
    expect(errorOf(await fetchHeat(double)).code).toBe('source.unreachable');
  });

  test.each([301, 302, 307, 308])(
    'follows no redirect (%i), and the key reaches no other server',
    async (status) => {
      const other = await start({ rows: [row()] });
      const double = await start({
        instead: (request, response) => {
          response.writeHead(status, { location: `${other.origin}${request.url}` });
          response.end();
          return true;
        },
      });
      expect(errorOf(await fetchHeat(double)).code).toBe('source.redirected');
      expect(other.seen).toHaveLength(0);
    },
  );

  test('knows a redirect as a browser shows it: opaque, with status 0', async () => {
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    const double = await start();
    const result = await fetchHeat(double, { fetch: async () => opaque });
    expect(errorOf(result).code).toBe('source.redirected');
  });

  test('uses nothing of an answer that came from elsewhere all the same', async () => {
    const elsewhere = new Response('{"results":[]}');
    Object.defineProperty(elsewhere, 'url', { value: 'https://evil.test/' });
    const result = await fetchHeat(await start(), { fetch: async () => elsewhere });
    expect(errorOf(result).code).toBe('source.redirected');
  });

  test('an abort in the middle rejects with its reason and hangs up', async () => {
    const stop = new AbortController();
    const closed: Promise<void>[] = [];
    const double = await start({
      instead: (_request, response) => {
        closed.push(new Promise((resolve) => response.on('close', resolve)));
        response.write('{"results":[');
        if (closed.length === 2) setTimeout(() => stop.abort(new Error('gone')), 20);
        return true;
      },
    });
    await expect(fetchHeat(double, { signal: stop.signal })).rejects.toThrow('gone');
    await Promise.all(closed);
  });

  test('hangs up on the second question once the first has failed', async () => {
    let hungUp: Promise<void> = Promise.resolve();
    const double = await start({
      instead: (request, response) => {
        if (request.url?.includes('total_count')) {
          setTimeout(() => sendJson(response, 403, {}), 50);
        } else {
          hungUp = new Promise((resolve) => response.on('close', resolve));
        }
        return true;
      },
    });
    expect(errorOf(await fetchHeat(double)).code).toBe('source.forbidden');
    await hungUp;
  });
});

describe('the key', () => {
  test('asks for one where there is none, before any request', async () => {
    const double = await start();
    expect(errorOf(await fetchHeat(double, { secret: '' })).code).toBe('vault.noSecret');
    expect(double.seen).toHaveLength(0);
  });

  test.each([`${KEY}\n`, `${KEY} x`, `${KEY}é`, `${KEY}\u{1f511}`])(
    'tells a key that cannot be sent without quoting it (%j)',
    async (secret) => {
      const double = await start();
      expect(errorOf(await fetchHeat(double, { secret })).code).toBe('source.badKey');
      expect(double.seen).toHaveLength(0);
    },
  );

  test('does not pass on an error of the network that quotes it', async () => {
    const quoting: typeof fetch = async () => {
      throw new TypeError(`Bearer ${KEY} is not allowed at https://x.test/?url_exact=1`);
    };
    const error = errorOf(await fetchHeat(await start(), { fetch: quoting }));
    expect(error.code).toBe('source.unreachable');
    expect(error.cause).toBeUndefined();
  });
});

describe('testing a source', () => {
  const tryOut = (double: PostHogDouble, settings: Settings = {}) =>
    createPostHogSource().test(configFor(double), portsOf(settings));

  test('asks for one row of one page and one day', async () => {
    const double = await start({ rows: [row()] });
    expect(await tryOut(double)).toEqual({ ok: true, value: [] });
    expect(double.seen).toHaveLength(2);
    const asked = Object.fromEntries(double.seen[0]?.url.searchParams ?? []);
    expect(asked).toMatchObject({
      limit: '1',
      date_from: '2026-11-07',
      date_to: '2026-11-07',
      url_exact: 'https://acme.test/',
    });
  });

  test.each([
    ['a wrong key', { key: 'phx_other' }, 'source.unauthorized'],
    ['a wrong project', { project: '1' }, 'source.notFound'],
  ] as const)('tells %s', async (_what, options, code) => {
    expect(errorOf(await tryOut(await start(options))).code).toBe(code);
  });

  test('tells a key without the scope, and an address that is no API', async () => {
    expect(errorOf(await tryOut(await answering(403, {}))).code).toBe('source.forbidden');
    expect(errorOf(await tryOut(await answering(200, '<html>'))).code).toBe('source.notJson');
  });
});

function rowJson(part: Record<string, unknown>): Record<string, unknown> {
  return {
    count: 15,
    pointer_y: 32,
    pointer_relative_x: 0.06,
    pointer_target_fixed: false,
    ...part,
  };
}

const answering = (status: number, body: unknown): Promise<PostHogDouble> =>
  start({
    instead: (_request, response) => {
      sendJson(response, status, body);
      return true;
    },
  });
