// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { message } from '../../core/message';
import { createTranslator } from '../../core/translator';
import type { Walk } from '../../protocol/walk/walk';
import { type ConsentFile, type ConsentResult, toConsentFile } from '../consent-file';
import { consentFinding, LEAKY } from '../testing/consent-result';
import { consentReport } from './consent';
import { consentHtml } from './consent-html';

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const translate = createTranslator();
const fileOf = (changes: Partial<ConsentResult> = {}): ConsentFile =>
  toConsentFile({ ...LEAKY, ...changes }, translate);
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The walk with one text in every place that a page can write to. */
function walkSaying(text: string): Walk {
  const cut = (most: number) => text.slice(0, most);
  return {
    ...LEAKY.walk,
    title: cut(300),
    scenarios: LEAKY.walk.scenarios.map((scenario) => ({
      ...scenario,
      steps: scenario.steps.map((step) => ({
        ...step,
        clicks: step.clicks.map((click) => ({
          ...click,
          label: cut(200),
          selector: cut(1000),
          picture: cut(120),
        })),
      })),
    })),
  };
}

const saying = (text: string): ConsentFile =>
  fileOf({
    walk: walkSaying(text),
    operator: text,
    findings: [
      consentFinding({
        text: message('consent.rule.rejectHonoured.failIngest', text, 3),
        target: { frame: 0, selector: text },
        fix: { kind: 'option', text, effect: message('audit.next.mend') },
      }),
    ],
  });

describe('the report for people', () => {
  const html = consentHtml(fileOf(), () => PICTURE);

  it('needs nothing else, and lets nothing run', () => {
    expect(html).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
    );
    const page = parse(html);
    expect(page.querySelectorAll('script, link, iframe, a, form, object, base')).toHaveLength(0);
    const sources = [...page.querySelectorAll('[src], [srcset], [href]')];
    expect(sources.every((one) => one.getAttribute('src') === PICTURE)).toBe(true);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('tells the outcome, the paths, the findings by rule, the presses and the limits', () => {
    const page = parse(html);
    const text = page.body.textContent ?? '';
    expect(page.querySelector('.verdict.blocked')?.textContent).toContain('1 finding fails.');
    expect(page.querySelectorAll('section > h2')).toHaveLength(6);
    expect(text).toContain('Recorder active after a refusal (1 open finding)');
    expect(text).toContain('Source: ePrivacy Directive 5(3)');
    expect(text).toContain('2 requests, 1 recording, 1 cookie, 1 stored name');
    expect(text).toContain('PostHog: sent recordings, 1 time');
    expect(text).toContain('After accepting, the page offers no way back.');
    expect(text).toContain('1 path could not be walked to the end');
    expect(text).toContain('Acme GmbH');
    expect(page.querySelectorAll('figure img')).toHaveLength(2);
    expect(page.querySelector('.mark')?.getAttribute('style')).toBe(
      'left:0.78%;top:2.50%;width:9.38%;height:5.00%',
    );
  });

  it('can be read in the dark, on paper, on a narrow screen and by a screen reader', () => {
    expect(html).toMatch(/prefers-color-scheme: dark/);
    expect(html).toMatch(/@media print/);
    expect(html).toMatch(/max-width: 480px/);
    const page = parse(html);
    expect(page.documentElement.lang).toBe('en');
    expect(
      [...page.querySelectorAll('.scroll')].every(
        (one) => one.ariaLabel || one.getAttribute('aria-label'),
      ),
    ).toBe(true);
    expect([...page.querySelectorAll('th')].every((one) => one.hasAttribute('scope'))).toBe(true);
    expect([...page.querySelectorAll('img')].every((one) => one.hasAttribute('alt'))).toBe(true);
  });

  it('says of visits that did not begin empty that they did not', () => {
    const { walk } = LEAKY;
    const given = {
      ...walk,
      vantage: { ...walk.vantage, limits: ['storage-state' as const] },
    };
    const said = (file: ConsentFile) => parse(consentHtml(file, () => null)).body.textContent;
    expect(said(fileOf({ walk: given }))).toContain('did not begin empty');
    expect(said(fileOf())).not.toContain('did not begin empty');
  });

  it('names what recorders did, and who was sent requests', () => {
    const rows = parse(consentHtml(fileOf(), () => null)).querySelectorAll('td li');
    const lines = [...rows].map((one) => one.textContent);
    expect(lines).toContain('PostHog: sent recordings, 1 time');
    expect(lines).toContain('cdn.nobody.test: 1 request');
  });

  it('is calm only where every path was walked and nothing was found', () => {
    const verdict = (file: ConsentFile) =>
      parse(consentHtml(file, () => null)).querySelector('.verdict')?.className;
    expect(verdict(fileOf({ findings: [] }))).toBe('verdict needs-proof');
    const scenarios = LEAKY.walk.scenarios.slice(0, 1);
    const whole = fileOf({ findings: [], walk: { ...LEAKY.walk, scenarios } });
    expect(verdict(whole)).toBe('verdict clear');
    expect(verdict(fileOf({ findings: [], walk: { ...LEAKY.walk, scenarios: [] } }))).toBe(
      'verdict needs-proof',
    );
  });
});

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  'javascript:alert(1)',
  '\u202egnp.exe\u2066',
  '\u0000\u0008\u001b[2J\u007f',
  '\u200f\u061c',
  'half \ud83d',
  'label '.repeat(1_700),
  '`code` | **bold** [link](https://evil.test) ![x](https://evil.test/x.png)\n# Heading',
];

describe('what a page writes', () => {
  it.each(HOSTILE)('becomes no markup of the report: %j', (text) => {
    const html = consentHtml(saying(text), () => '"><script>alert(1)</script>');
    const page = parse(html);
    expect(page.querySelectorAll('script, svg, style')).toHaveLength(1);
    const handlers = [...page.querySelectorAll('*')].flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
    expect(page.querySelectorAll('section > h2')).toHaveLength(6);
    expect(html).not.toMatch(UNSEEN);
  });

  it.each(HOSTILE)('becomes no markup of JUnit: %j', (text) => {
    const { text: xml } = consentReport(saying(text), 'junit', () => null);
    const page = new DOMParser().parseFromString(xml, 'application/xml');
    expect(page.querySelectorAll('testcase')).toHaveLength(2);
    expect(page.querySelectorAll('script, img, svg, parsererror')).toHaveLength(0);
    expect(xml).not.toMatch(NOT_XML);
  });

  it.each(HOSTILE)('becomes no markup of Markdown: %j', (text) => {
    const { text: markdown } = consentReport(saying(text), 'markdown', () => null);
    const prose = markdown.replace(/(`+) .*? \1/g, '');
    expect(prose).not.toMatch(/(?<!\\)<(?!\w*-)|(?<!\\)!\[|(?<!\\)\]\(|\*\*bold/);
    expect(markdown.match(/^#.*$/gm)).toHaveLength(2);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

describe('the other formats', () => {
  const file = fileOf();
  const of = (format: Parameters<typeof consentReport>[1]) =>
    consentReport(file, format, () => null);

  it('hold what they hold of an audit', () => {
    expect(JSON.parse(of('json').text)).toEqual(file);
    expect(
      of('jsonl')
        .text.trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ url: file.url, rule: 'reject-honoured' }]);
    expect(of('junit')).toMatchObject({ extension: 'xml' });
    expect(of('junit').text).toContain('tests="2" failures="1"');
    expect(of('markdown').text).toContain('| Rejected | | walked to its end |');
    expect(of('markdown').text).toContain('✗ critical');
  });

  it.each(['json', 'jsonl', 'junit', 'html', 'markdown'] as const)(
    'hold no personal value: %s',
    (format) => {
      expect(of(format).text).not.toMatch(/ada(@|%40)|u:p@|8f2c1b9a/);
    },
  );
});
