import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openAutopsy } from './autopsy';
import { autopsyMarkdown } from './markdown';
import { AutopsySchema } from './report-schema';
import { el, mutated, snapshot, typed } from './test-events';

const T = 1_760_000_000_000;
const iso = (offset: number): string => new Date(T + offset).toISOString();
const MAIL = 'ada.lovelace@acme.test';
const CARD = '4242 4242 4242 4242';

function autopsyOf(...contents: (object | string | Uint8Array)[]) {
  const autopsy = openAutopsy();
  for (const [index, content] of contents.entries()) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    const bytes = isRaw ? content : JSON.stringify(content);
    autopsy.read(`file-${index}.json`, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  }
  const report = autopsy.report();
  expect(v.is(AutopsySchema, report)).toBe(true);
  return report;
}
const rowsOf = (...contents: Parameters<typeof autopsyOf>) =>
  autopsyOf(...contents).timeline.map((row) => `${row.class} ${row.channel} ${row.where}`.trim());

const latin1 = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('latin1');

describe('a recording of rrweb', () => {
  const email = el('input', { type: 'email', name: 'email' });
  const given = el('input', { type: 'text', name: 'first_name', autocomplete: 'given-name' });
  const form = el(
    'form',
    { id: 'checkout' },
    email,
    given,
    el('p', { class: 'note' }, `Write to ${MAIL}`),
  );
  const events = [
    {
      type: 4,
      data: { href: `https://shop.test/a?email=${MAIL}`, width: 1, height: 1 },
      timestamp: T,
    },
    snapshot(
      T + 1,
      form,
      el('a', { href: `mailto:${MAIL}` }, 'Mail us'),
      el('img', { alt: `Card ${CARD}` }),
    ),
    typed(T + 100, email.id, 'ada'),
    typed(T + 200, email.id, MAIL),
    typed(T + 300, given.id, 'Ada'),
  ];

  it('is told as a time line of classes, channels and fields', () => {
    const report = autopsyOf(events);
    expect(report.files).toMatchObject([{ kind: 'rrweb', events: 5, skipped: 0 }]);
    expect(report.timeline).toContainEqual({
      time: iso(100),
      last: iso(200),
      count: 2,
      class: 'email',
      channel: 'value',
      where: 'form#checkout > input[name="email"]',
      recording: 'file-0.json',
      file: 'file-0.json',
    });
    expect(rowsOf(events)).toEqual([
      'email page-url',
      'email text form#checkout > p.note',
      'email href html > body > a',
      'card.number alt html > body > img',
      'email value form#checkout > input[name="email"]',
      'name.given value form#checkout > input[name="first_name"]',
    ]);
  });

  it('holds no value in any format', () => {
    const report = autopsyOf(events);
    for (const text of [JSON.stringify(report), autopsyMarkdown(report)]) {
      for (const value of [MAIL, 'lovelace', 'Ada', CARD, '4242'])
        expect(text).not.toContain(value);
    }
  });

  it('is clean where it was masked', () => {
    const masked = [
      snapshot(
        T,
        el('form', {}, el('input', { type: 'email', name: 'email', value: '****' })),
        '*** ****',
      ),
      typed(T + 5, 3, '*****'),
    ];
    expect(autopsyOf(masked)).toMatchObject({
      timeline: [],
      affected: [],
      recordings: 1,
      opaque: {},
    });
  });

  it('is followed through its changes', () => {
    const box = el('div', { id: 'box' });
    const late = el('input', { name: 'phone', type: 'tel' });
    const text = { type: 3, textContent: 'nothing', id: 90_001 };
    const changes = [
      snapshot(T, box),
      mutated(T + 1, {
        adds: [
          { parentId: box.id, nextId: null, node: late },
          { parentId: box.id, nextId: null, node: text },
        ],
      }),
      typed(T + 2, late.id, '020 7946 0018'),
      mutated(T + 3, { texts: [{ id: 90_001, value: `Sent to ${MAIL}` }] }),
      mutated(T + 4, { attributes: [{ id: box.id, attributes: { title: MAIL } }] }),
    ];
    expect(rowsOf(changes)).toEqual([
      'phone value div#box > input[name="phone"]',
      'email text div#box',
      'email title div#box',
    ]);
  });

  it('tells events of the page’s own and of the console by their keys', () => {
    const own = [
      { type: 5, data: { tag: 'signed-in', payload: { user: { email: MAIL } } }, timestamp: T },
      {
        type: 6,
        data: { plugin: 'rrweb/console@1', payload: { payload: [`"${MAIL}"`] } },
        timestamp: T,
      },
    ];
    expect(rowsOf(own)).toEqual([
      'email event signed-in.payload.user.email',
      'email console rrweb/console@1',
    ]);
  });

  it('says nothing of keys that are values', () => {
    const own = [{ type: 5, data: { payload: { [MAIL]: MAIL } }, timestamp: T }];
    expect(JSON.stringify(autopsyOf(own))).not.toContain('lovelace');
    expect(rowsOf(own)).toEqual(['email event payload.‹email›']);
  });

  it('reads lines, and counts those that are none', () => {
    const lines = [...events.map((event) => JSON.stringify(event)), '{"type":3,"da'].join('\n');
    expect(autopsyOf(lines)).toMatchObject({ files: [{ kind: 'rrweb', events: 5, skipped: 1 }] });
    expect(autopsyOf(gzipSync(lines)).timeline).toHaveLength(6);
  });
});

describe('an export of PostHog', () => {
  const field = el('input', { name: 'email', type: 'email' });
  const full = snapshot(T, el('p', {}, MAIL), field);
  const packed = { ...full, data: latin1(full.data), cv: '2024-10' };
  const adds = [{ parentId: field.id, nextId: null, node: el('b', {}, CARD) }];
  const change = mutated(T + 2, { adds: latin1(adds) });
  const id = '0192f3a1-7c55-7d2e-9f00-3b1d5a7c9e21';

  it('is unpacked, and named by its own id', () => {
    const whole = {
      version: '2023-04-28',
      data: {
        id,
        person: { properties: { email: MAIL } },
        snapshots: [packed, { ...change, cv: '2024-10' }],
      },
    };
    const report = autopsyOf(whole);
    expect(report.files).toMatchObject([{ kind: 'posthog', events: 2 }]);
    expect(report.affected).toEqual([
      {
        recording: id,
        file: 'file-0.json',
        classes: ['card.number', 'email'],
        sightings: 3,
        first: iso(0),
      },
    ]);
    expect(rowsOf(whole)).toEqual([
      'email text html > body > p',
      'card.number text html > body > input[name="email"] > b',
      'email event data.person.properties.email',
    ]);
  });

  it('is read as captured events and as lines of windows', () => {
    const captured = {
      event: '$snapshot',
      properties: { $session_id: id, $snapshot_data: [packed] },
    };
    expect(autopsyOf(captured)).toMatchObject({
      affected: [{ recording: id }],
      files: [{ kind: 'posthog' }],
    });
    const other = snapshot(T, el('p', {}, 'nothing'));
    const lines = [
      ['w1', packed],
      ['w2', other],
      ['w1', typed(T + 9, field.id, 'ada')],
    ];
    expect(rowsOf(lines.map((line) => JSON.stringify(line)).join('\n'))).toEqual([
      'email text html > body > p',
      'email value html > body > input[name="email"]',
    ]);
  });

  it('says what it could not unpack', () => {
    const broken = { ...packed, data: packed.data.slice(0, 30) };
    expect(autopsyOf([broken]).opaque.cut).toBeGreaterThan(0);
  });
});

describe('a HAR', () => {
  const entry = (request: object, offset = 0) => ({
    startedDateTime: iso(offset),
    request: { method: 'POST', url: 'https://r.test/collect', headers: [], ...request },
    response: { content: { text: MAIL } },
  });
  const har = (...entries: object[]) => ({ log: { version: '1.2', entries } });

  it('tells what was sent, packed or not, and to whom', () => {
    const events = [snapshot(T, el('p', { id: 'who' }, MAIL))];
    const report = autopsyOf(
      har(
        entry({ url: `https://ads.test/p?email=${encodeURIComponent(MAIL)}` }),
        entry({ headers: [{ name: 'Referer', value: `https://shop.test/?q=${MAIL}` }] }, 1),
        entry({ postData: { text: JSON.stringify({ user: MAIL }) } }, 2),
        entry({ postData: { text: `a=1&e=${encodeURIComponent(MAIL)}` } }, 3),
        entry(
          {
            postData: {
              text: gzipSync(JSON.stringify(events)).toString('base64'),
              encoding: 'base64',
            },
          },
          4,
        ),
      ),
    );
    expect(report.files).toMatchObject([{ kind: 'har', events: 6 }]);
    expect(report.timeline.map((row) => `${row.recording} ${row.channel} ${row.where}`)).toEqual([
      'ads.test request-url https://ads.test/p?email',
      'r.test text p#who',
      'r.test request-header Referer',
      'r.test request-body https://r.test/collect',
    ]);
  });
});

describe('files', () => {
  it('are told apart, and an unreadable one is never clean', () => {
    const report = autopsyOf([snapshot(T, MAIL)], { nothing: 1 }, 'no JSON at all', '');
    expect(report.files.map(({ kind }) => kind)).toEqual([
      'rrweb',
      'json',
      'unreadable',
      'unreadable',
    ]);
    expect(report.opaque).toEqual({ unknown: 14 });
    expect(report.affected).toMatchObject([{ recording: 'file-0.json' }]);
  });

  it('are shown by their names, but for the values of people in them', () => {
    const autopsy = openAutopsy();
    autopsy.read(`exports/${MAIL}.json`, Buffer.from('[]'));
    autopsy.read('exports/0192f3a1-7c55-7d2e-9f00-3b1d5a7c9e21.json', Buffer.from('[]'));
    const names = autopsy.report().files.map(({ file }) => file);
    expect(names[0]).not.toContain('lovelace');
    expect(names[1]).toBe('exports/0192f3a1-7c55-7d2e-9f00-3b1d5a7c9e21.json');
  });

  it('may be hostile', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(autopsyOf(deep).files[0]?.skipped).toBe(1);
    let node = el('p', {}, MAIL);
    for (let i = 0; i < 1100; i++) node = el('div', {}, node);
    expect(autopsyOf([snapshot(T, node)]).files[0]?.skipped).toBe(1);
    const bomb = {
      ...snapshot(T),
      data: gzipSync(Buffer.alloc(100_000_000, ' ')).toString('latin1'),
    };
    expect(autopsyOf([bomb]).opaque.limit).toBeGreaterThan(0);
    const odd = [
      { type: 2, timestamp: 'x', data: {} },
      {
        type: 2,
        timestamp: 1e300,
        data: { node: { type: 2, tagName: 5, childNodes: [null, 3], attributes: [] } },
      },
      {
        type: 3,
        timestamp: T,
        data: { source: 0, adds: [null, { node: null }], texts: 'x', attributes: [5] },
      },
      { type: 3, timestamp: T, data: { source: 5, id: 'constructor', text: MAIL } },
      { type: 5, timestamp: 1e300, data: { ['__proto__']: { a: MAIL } } },
    ];
    expect(autopsyOf(odd).timeline.map(({ time }) => time)).toContain(null);
  });
});
