import { describe, expect, it } from 'vitest';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import { MAP_KINDS, NO_FILTERS, SOURCE_KINDS } from '../../protocol/heat-kinds';
import type { View } from '../../protocol/views';
import {
  addView,
  MOST_CHARACTERS,
  readView,
  viewTextIn,
  withoutView,
  writeView,
} from './view-link';

const { sourceId: _, filters: __, hover: ___, compare: ____, ...LOOK } = DEFAULT_HEAT_SETTINGS;
const { segment: _____, ...FILTERS } = NO_FILTERS;
const PLAIN: View = { ...LOOK, filters: FILTERS, source: null };
const FULL: View = {
  source: { kind: 'clickhouse', host: 'https://stats.acme.test:8443', project: 'web.click~s (1)' },
  style: 'classic',
  palette: 'inferno',
  ranks: true,
  opacity: 0.42,
  map: 'rage',
  by: 'element',
  days: 90,
  band: { min: 600, max: 1023 },
  peak: 1234.5,
  filters: {
    device: 'mobile',
    withoutTestAccounts: true,
    withoutNoise: true,
    cohorts: [3, 12],
    pattern: "https://acme.test/item/*?a=1&b=(2)'#x;y=z,~",
  },
};

const PAGES = [
  'https://acme.test/',
  'https://acme.test/pricing?plan=team',
  'https://acme.test/app#/inbox?folder=a&b=c',
  'https://acme.test/docs#install',
  'https://acme.test/docs#install:~:text=how%20to',
];

const opened = (address: string): View | null => {
  const read = readView(viewTextIn(address) ?? '');
  return read.ok ? read.value : null;
};

describe('a link to a view', () => {
  it.each(PAGES)('of %s gives the view back, and the page its own address', (page) => {
    for (const view of [PLAIN, FULL]) {
      const link = addView(page, view) ?? '';
      expect(opened(link)).toEqual(view);
      const url = new URL(link);
      expect(url.origin + url.pathname + url.search).toBe(page.replace(/#.*/, ''));
      // What the page sees of it, by the rules of the fragment directive.
      expect(withoutView(link)).toBe(withoutView(page));
    }
  });

  it('takes the place of the one that the address holds already, and leaves other directives', () => {
    const first = addView('https://acme.test/docs#a:~:text=how', PLAIN) ?? '';
    const second = addView(first, FULL) ?? '';
    expect(opened(second)).toEqual(FULL);
    expect(second.match(/hushmap=/g)).toHaveLength(1);
    expect(second).toContain('#a:~:text=how&hushmap=');
  });

  it('is of characters that mail programs and chats leave as they are', () => {
    const link = addView('https://acme.test/', FULL) ?? '';
    expect(link.split('hushmap=')[1]).toMatch(/^[\w.%;=,-]+$/);
  });

  it('holds neither a user name nor a password of the address', () => {
    const link = addView('https://ada:secret@acme.test/x', PLAIN);
    expect(link).toMatch(/^https:\/\/acme\.test\/x#:~:hushmap=/);
  });

  it('has room for two thousand characters, and says where that is not enough', () => {
    const long = {
      ...FULL,
      filters: { ...FULL.filters, pattern: `https://a.test/${'é'.repeat(900)}` },
    };
    expect(addView('https://acme.test/', long)).toBeNull();
    expect(writeView(FULL).length).toBeLessThan(500);
  });

  it('keeps every map and every kind of source', () => {
    for (const map of MAP_KINDS) {
      for (const kind of SOURCE_KINDS) {
        const view: View = {
          ...PLAIN,
          map,
          source: { kind, host: 'https://a.test', project: '7' },
        };
        expect(opened(addView('https://acme.test/', view) ?? '')).toEqual(view);
      }
    }
  });
});

describe('a link that somebody else wrote', () => {
  const text = writeView(FULL);

  it.each([
    ['an empty one', ''],
    ['one without a version', text.slice(2)],
    ['one with a word that no link has', `${text};key=phx_1`],
    ['one that says a thing twice', `${text};days=7`],
    ['one that lacks its map', text.replace(';map=rage', '')],
    ['a map that there is none of', text.replace('map=rage', 'map=people')],
    ['days that are no number', text.replace('days=90', 'days=9e1')],
    ['more days than a source is asked for', text.replace('days=90', 'days=91')],
    ['half a band', text.replace('600-1023', '600')],
    ['a band of three', text.replace('600-1023', '600-700-800')],
    ['a look that is none', text.replace('opacity=42', 'opacity=420')],
    ['percent signs that stand for nothing', text.replace('pattern=', 'pattern=%E0%A4%A')],
    ['a source that is no address', text.replace(/source=[^;]+/, 'source=posthog,javascript,1')],
    [
      'a source of too many parts',
      text.replace(/source=[^;]+/, 'source=posthog,https%3A%2F%2Fa.b,1,2'),
    ],
    ['a segment', `${text};segment=name%3D%3Dada`],
    ['cohorts that are words', text.replace('cohorts=3,12', 'cohorts=ada')],
  ])('%s is none at all', (_what, broken) => {
    const read = readView(broken);
    expect(read.ok ? read.value : read.error.code).toBe('view.damaged');
  });

  it('says that a newer version needs a newer Hushmap', () => {
    const read = readView(text.replace(/^1/, '2'));
    expect(!read.ok && read.error.code).toBe('view.newer');
  });

  it('is not read where it is longer than any of ours', () => {
    const read = readView(`${text};pattern=${'a'.repeat(MOST_CHARACTERS)}`);
    expect(!read.ok && read.error.code).toBe('view.tooLong');
  });

  it('is damaged or a view, wherever a character of it is changed, and never breaks the reading', () => {
    for (let i = 0; i < text.length; i++) {
      for (const character of ['', ';', '=', '%', '0', '-', '\u0000']) {
        const read = readView(text.slice(0, i) + character + text.slice(i + 1));
        if (!read.ok) expect(['view.damaged', 'view.newer']).toContain(read.error.code);
      }
    }
  });
});
