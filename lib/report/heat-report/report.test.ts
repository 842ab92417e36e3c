// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { HEAT_STATES, SHOWN } from '../../../test/gallery/fixtures/heat';
import { COMPARED_STATES } from '../../../test/gallery/fixtures/heat-compared';
import { sha256Hex } from '../../core/sha256';
import { createTranslator } from '../../core/translator';
import type { HeatState } from '../../protocol/heat';
import type { ReportPicture } from './figure';
import { type HeatReport, heatReport } from './report';

const t = createTranslator();
const TAKEN_AT = Date.UTC(2026, 10, 15, 9, 30);

const PICTURE: ReportPicture = {
  png: 'iVBORw0KGgo=',
  width: 1280,
  height: 4000,
  lines: ['2026-11-08 to 2026-11-14, PostHog EU, at any width of the window.'],
  legend: { stops: [{ at: 0, color: 'rgb(1 2 3)' }], from: '0', to: '1900' },
};

function read(part: Partial<HeatReport>): { text: string; doc: Document } {
  const pictures = { a: PICTURE, b: null, difference: null };
  const all = { state: SHOWN, comparison: null, pictures, pins: [], takenAt: TAKEN_AT, ...part };
  const text = heatReport(all, t);
  return { text, doc: new DOMParser().parseFromString(text, 'text/html') };
}

const words = (node: ParentNode, selector: string): string[] =>
  [...node.querySelectorAll(selector)].map((each) =>
    (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

const [FIRST, ...OTHERS] = SHOWN.elements;
const called = (label: string): HeatState => ({
  ...SHOWN,
  elements: FIRST === undefined ? [] : [{ ...FIRST, label }, ...OTHERS],
});

function compared(name: string): Partial<HeatReport> {
  const { state, comparison } = COMPARED_STATES[name] ?? {};
  if (state === undefined || !comparison) throw new Error(`No state ${name}.`);
  return { state, comparison, pictures: { a: PICTURE, b: PICTURE, difference: PICTURE } };
}

describe('a report of one map', () => {
  it('says whose data it is, the answer, where it comes from and how sure it is', () => {
    const { doc, text } = read({});
    expect(doc.title).toBe(`Clicks: ${SHOWN.summary?.provenance.page}`);
    expect(words(doc, '.answer')[0]).toContain(FIRST?.label);
    expect(text).toContain('2026-11-08 to 2026-11-14, PostHog EU');
    expect(text).toContain('2026-11-15 09:30 UTC');
    expect(words(doc, 'tbody tr')).toHaveLength(SHOWN.elements.length);
    expect(text).toContain('At least 11 people stand behind each place');
  });

  it('lists the first of many elements, and says how many more there are', () => {
    const elements = Array.from({ length: 350 }, (_, i) => ({ ...SHOWN.elements[0], ref: i }));
    const { doc, text } = read({ state: { ...SHOWN, elements } as HeatState });
    expect(words(doc, 'tbody tr')).toHaveLength(200);
    expect(text).toContain('150 more are not listed here.');
  });

  it('of depth has a row a band, with people rounded', () => {
    const state = Object.values(HEAT_STATES).find(({ summary }) => summary?.bands);
    if (state === undefined) throw new Error('No state has bands.');
    const { doc } = read({ state });
    const rows = words(doc, 'tbody tr');
    expect(rows).toHaveLength(state.summary?.bands?.bands.length ?? 0);
    for (const people of words(doc, 'tbody td:last-child')) {
      expect(Number(people.replace(/\D/g, '')) % 5).toBe(0);
    }
  });

  it('tells pins by their number, and those whose element is gone', () => {
    const note = 'Nobody finds this.\nMove it up?';
    const pins = [
      { number: 1, label: 'Pricing', role: 'link', note, isHere: true },
      { number: 2, label: 'Old banner', role: 'button', note: 'Gone?', isHere: false },
    ];
    const { doc } = read({ pins });
    expect(doc.querySelector('.note')?.textContent).toBe(note);
    expect(words(doc, '.pins li')).toEqual([
      '1 Pricing link Nobody finds this. Move it up?',
      '2 Old banner button Not to be seen on this page now. Gone?',
    ]);
  });
});

describe('a report of two maps', () => {
  it('answers first, shows both and their difference, and each row with its interval', () => {
    const { doc, text } = read(compared('compared'));
    expect(words(doc, '.answer')[0]).toContain('23 places differ: 14 less in B, 9 more.');
    expect(doc.querySelectorAll('img')).toHaveLength(3);
    const [row] = words(doc, 'tbody tr');
    expect(row).toMatch(/-?\d+\.\d to [-+]?\d+\.\d different q/);
    expect(text).toContain('not significant');
    expect(text).toContain('not tested');
    expect(text).toContain('about 5 % may be chance');
    expect(text).toContain('counted in people and not in clicks');
  });

  it('of clicks alone calls nothing different', () => {
    const { doc, text } = read(compared('comparedClicks'));
    expect(words(doc, '.answer')[0]).toContain('Nothing can be called different here.');
    expect(text).not.toContain('<strong>different</strong>');
    expect(text).not.toContain('Benjamini');
  });
});

describe('a report of two maps of bands', () => {
  it('lists every band with both shares, the interval and what was found', () => {
    const { doc, text } = read(compared('comparedBands'));
    expect(words(doc, '.answer')[0]).toContain('7 bands differ: 6 less in B, 1 more.');
    const rows = words(doc, 'tbody tr');
    expect(rows).toHaveLength(11);
    expect(rows[4]).toMatch(
      /^800 px to 1,000 px 6\d.* % ?5\d.* % ?-1\d\.\d ?-1\d\.\d to -\d+\.\d ?different q/,
    );
    expect(text).toContain('11 bands are shown by both, 1 by one of them alone.');
    expect(text).toContain(
      'Compared are shares of all people who saw the page: those who got so far.',
    );
    expect(text).not.toContain('read the table, not the picture');
  });
});

describe('what a page writes is text', () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '</style><script>alert(1)</script>',
    '</title></table></main><iframe src="javascript:alert(1)">',
    '" onmouseover="alert(1)" x="',
    '<!-- --><svg onload=alert(1)>',
    '&lt;b&gt;',
  ];

  it.each(HOSTILE)('%s', (label) => {
    const pin = { number: 1, label, role: label, note: label, isHere: true };
    const { doc } = read({ state: called(label), pins: [pin] });
    const plain = read({
      state: called('x'),
      pins: [{ ...pin, label: 'x', role: 'x', note: 'x' }],
    });
    const shape = (of: Document) => [...of.querySelectorAll('*')].map(({ tagName }) => tagName);
    expect(shape(doc)).toEqual(shape(plain.doc));
    expect(doc.querySelector('.note')?.textContent).toBe(label);
    const handlers = [...doc.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
  });

  it('keeps its direction to itself', () => {
    const { doc, text } = read({ state: called('ab\u202ecd\u2069\u2066ef\u200f\u0000') });
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
    expect(text).not.toContain('\u0000');
    expect(words(doc, 'tbody th bdi:first-child')[0]).toBe('abcdef');
  });

  it('has no address of a person in it', () => {
    const { text } = read({ state: called('Write to jane.roe@acme.test') });
    expect(text).not.toContain('jane.roe');
    expect(text).toContain('‹email›');
  });
});

describe('the file by itself', () => {
  it('loads nothing: its policy allows its own style and pictures within, and it has no other address', () => {
    const { doc } = read({});
    const policy = doc.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const style = doc.querySelector('style')?.textContent ?? '';
    const hash = Buffer.from(sha256Hex(style), 'hex').toString('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(doc.querySelectorAll('script, link, iframe, [style], a[href]')).toHaveLength(0);
    for (const image of doc.querySelectorAll('img')) {
      expect(image.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    }
    expect(style).not.toMatch(/@import|url\(/);
  });

  it('takes no picture that is none', () => {
    const a = { ...PICTURE, png: 'x" onerror="alert(1)' };
    expect(() => read({ pictures: { a, b: null, difference: null } })).toThrow('not base64');
  });
});
