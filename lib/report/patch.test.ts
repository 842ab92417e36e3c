import { describe, expect, it } from 'vitest';
import type { AuditFile, AuditFileFinding } from './audit-file-schema';
import { patchOf } from './patch';
import { patchText } from './patch-text';

type Fix = NonNullable<AuditFileFinding['fix']>;

const mask = { kind: 'class', text: 'class="rr-mask"', effect: 'Stars.' } as const;
const option = (text: string) => ({ kind: 'option', text, effect: '' }) as const;

const finding = (selector: string, fix: Fix | null, places = 1): AuditFileFinding => ({
  ...{ id: `${selector}${fix?.text}`, rule: 'exposed-text', half: 'masking', outcome: 'fail' },
  ...{ severity: 'high', target: { frame: 0, selector }, channel: 'text', attribute: '' },
  ...{ pii: null, recorder: 'rrweb', capture: 'plain', text: '', why: [], fix, places },
  ...{ at: null, exception: null, resolution: null },
});

const audit = (findings: AuditFileFinding[], url = 'https://a.test/'): AuditFile => ({
  ...{ format: 'hushmap-audit', version: 1, url, title: '', time: '2026-01-01T00:00:00.000Z' },
  ...{ verdict: 'blocked', headline: '', nextStep: '', scope: 'masking', partial: false },
  ...{ ruleSet: '1', exposureSignature: '0'.repeat(64), frames: [], findings, clearance: null },
  recorders: [{ name: 'rrweb', id: 'rrweb', version: null, options: 'read', detected: true }],
  coverage: { personal: 0, covered: 0, share: null, byRecorder: {}, matrix: [], fidelity: {} },
});

describe('a patch', () => {
  it('names each element once, and none inside one that gets the same mark', () => {
    const { recorders } = patchOf([
      audit([
        finding('main > ul', mask),
        finding('main > ul > li', mask),
        finding('main > ul', mask, 9),
      ]),
      audit([finding('footer > p', mask)], 'https://a.test/b'),
    ]);
    expect(recorders[0]?.marks).toEqual([
      {
        ...{ text: 'class="rr-mask"', effect: 'Stars.' },
        elements: [
          { selector: 'main > ul', places: 9, pages: ['https://a.test/'] },
          { selector: 'footer > p', places: 1, pages: ['https://a.test/b'] },
        ],
      },
    ]);
  });

  it('tells pages and frames apart, whose elements are in none of another', () => {
    const framed = {
      ...finding('main > p > b', mask),
      target: { frame: 1, selector: 'main > p > b' },
    };
    const patch = patchOf([
      audit([finding('main > p', mask), framed]),
      audit([finding('main > p > i', mask)], 'https://a.test/b'),
    ]);
    const elements = patch.recorders[0]?.marks[0]?.elements ?? [];
    expect(elements.map(({ selector }) => selector)).toEqual([
      'main > p',
      'main > p > b',
      'main > p > i',
    ]);
    expect(patchText(patch)).toContain('main > p > i   on https://a.test/b');
  });

  it('joins the options of all pages, and names those that only a person can join', () => {
    const texts = ['a: { x: true }', 'a: { y: true }', 'f: (e) => e', 'f: () => null'];
    const patch = patchOf([audit(texts.map((text) => finding('', option(text))))]);
    expect(patch.recorders[0]).toMatchObject({
      options: ['a: { x: true, y: true }', 'f: (e) => e'],
      clashing: ['f: () => null'],
    });
    expect(patchText(patch)).toContain('join them by hand:\n  f: () => null');
  });

  it('leaves out what is settled, and counts what nothing mends', () => {
    const settled = { ...finding('p', mask), outcome: 'pass' } as const;
    const { recorders } = patchOf([audit([settled, finding('i', null)])]);
    expect(recorders[0]).toMatchObject({ marks: [], without: 1 });
  });

  it('reads as what to write where', () => {
    const text = patchText(patchOf([audit([finding('main > p', mask, 300)])]));
    expect(text).toContain('Put class="rr-mask" on:\n  main > p   and all 300 places of its kind');
    expect(patchText(patchOf([audit([])]))).toContain('Nothing has to be changed.');
  });
});
