import { beforeEach, describe, expect, it } from 'vitest';
import type { RecorderState } from '../../protocol/recorders';
import type { ScanRequest } from '../../protocol/scan-request';
import { judgeAt } from '../../recorders/judge';
import { scanFrame } from '.';

const rrweb = (options: RecorderState['options'] = {}): RecorderState => ({
  id: 'rrweb',
  detected: true,
  recording: true,
  version: '2.2.2',
  optionSource: 'read',
  options,
});

const unknown: RecorderState = { ...rrweb(), id: 'clarity', version: '99.0.0' };

function scan(html: string, recorders = [rrweb()], changes: Partial<ScanRequest> = {}) {
  document.body.innerHTML = html;
  return scanFrame(
    document,
    { runKey: '0a'.repeat(32), recorders, watch: false, ...changes },
    { closedShadowRoot: () => null, judgeAt, now: () => 0, yieldToPage: async () => {} },
  );
}

const captures = async (html: string, recorders?: RecorderState[]) =>
  (await scan(html, recorders)).sightings.map(({ channel, pii, predictions }) =>
    [channel, pii, ...predictions.map(({ capture }) => capture)].join(' '),
  );

beforeEach(() => {
  document.head.innerHTML = '';
});

describe('a scan', () => {
  it('says what each recorder would take of each value, and why', async () => {
    const { sightings } = await scan('<p>Write to ada@example.com</p>', [rrweb(), unknown]);
    expect(sightings).toHaveLength(1);
    expect(sightings[0]).toMatchObject({
      channel: 'text',
      pii: 'email',
      length: 15,
      preview: 'a•••@•••.com',
      predictions: [
        { recorder: 'rrweb', capture: 'plain', fix: { kind: 'class' } },
        { recorder: 'clarity', capture: 'unknown', fix: null },
      ],
    });
    expect(sightings[0]?.why.length).toBeGreaterThan(0);
  });

  it('judges option sets of one recorder apart, and says of which set each answer is', async () => {
    const sets = [
      { ...rrweb(), setup: { id: 'rrweb', label: 'as it runs' } },
      { ...rrweb({ maskTextSelector: 'p' }), setup: { id: 'rrweb.2', label: 'set 2' } },
    ];
    const { sightings, fidelity } = await scan('<p>ada@example.com</p><a href="/">Help</a>', sets);
    expect(sightings[0]?.predictions).toMatchObject([
      { recorder: 'rrweb', setup: 'rrweb', capture: 'plain' },
      { recorder: 'rrweb', setup: 'rrweb.2', capture: 'masked' },
    ]);
    expect(fidelity?.map(({ setup }) => setup)).toEqual(['rrweb', 'rrweb.2']);
  });

  it('passes masks and blocks on from the elements around', async () => {
    const html = (name: string) =>
      `<section class="${name}"><div><p>ada@example.com</p></div></section>`;
    expect(await captures(html(''))).toEqual(['text email plain']);
    expect(await captures(html('rr-mask'))).toEqual(['text email masked']);
    expect(await captures(html('rr-block'))).toEqual(['text email absent']);
  });

  it('joins text that a framework has split, over the comments between', async () => {
    document.body.innerHTML = '';
    const evidence = await scan('<p>ada<!-- -->@example<!---->.com</p>');
    expect(evidence.sightings.map(({ pii, length }) => [pii, length])).toEqual([['email', 15]]);
  });

  it('explains a number by the words before it', async () => {
    expect(await captures('<dl><dt>Phone</dt><dd>030 1234567</dd></dl>')).toEqual([
      'text phone plain',
    ]);
  });

  it('tells what was typed from what was written in the markup', async () => {
    const field = '<label>Email <input name="email" type="email" value="a@example.com"></label>';
    expect(await captures(field)).toEqual(['value email plain']);
    const pending = scan(field);
    const input = document.querySelector('input');
    if (input) input.value = '';
    const { sightings } = await pending;
    expect(sightings.map(({ channel, length }) => [channel, length])).toEqual([
      ['value', 0],
      ['value-attribute', 13],
    ]);
  });

  it('gives one person’s value one digest in a run, and another in the next', async () => {
    const html = '<p>ada@example.com</p><a href="mailto:ada@example.com">x</a>';
    const digests = async (runKey: string) =>
      (await scan(html, [], { runKey })).sightings.map(({ digest }) => digest);
    const [first, second] = await digests('01'.repeat(32));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(await digests('02'.repeat(32))).not.toContain(first);
  });

  it('tells the reasons once for all rows of a template', async () => {
    const { sightings } = await scan(`<ul>${'<li>ada@example.com</li>'.repeat(3)}</ul>`);
    expect(sightings.map(({ why }) => why.length > 0)).toEqual([true, false, false]);
    expect(new Set(sightings.map(({ template }) => template)).size).toBe(1);
    expect(sightings.every(({ predictions }) => predictions[0]?.capture === 'plain')).toBe(true);
  });

  it('counts what it looked at, and reports nothing of a page without people', async () => {
    const evidence = await scan('<h1 title="Plans">Plans</h1><p>From 12 to 40 per month</p>');
    expect(evidence.sightings).toEqual([]);
    // The address of the page is one of them.
    expect(evidence.values).toBe(4);
    expect(evidence).toMatchObject({ truncated: 0, frameId: 0 });
  });

  it('takes an article about threads for prose, and a thread for messages', async () => {
    const prose = '<div class="art"><i></i></div><h3>Threads</h3><p>One for every question.</p>';
    expect(await captures(`<article id="idea-threads">${prose}</article>`)).toEqual([]);
    const thread = '<h3>Threads</h3><p>See you <i>there</i></p><p>At eight <time>8:00</time></p>';
    expect(await captures(`<div id="threads">${thread}</div>`)).toContain('text message plain');
  });

  it('finds the names of an inbox, and of people in pictures', async () => {
    const inbox =
      '<ul class="threads"><li class="thread"><button><span class="thread-name">Ada Lovelace</span></button></li></ul>';
    expect(await captures(inbox)).toEqual(['text name.full plain']);
    expect(await captures('<img class="photo" alt="Photo by Ada Lovelace">')).toEqual([
      'alt name.full plain',
    ]);
    expect(await captures('<div class="avatar" title="Ada Lovelace">AL</div>')).toEqual([
      'title name.full plain',
    ]);
  });

  it('leaves code and styles alone', async () => {
    const html = '<script type="x">"a@example.com"</script><style>/* a@example.com */</style>';
    expect(await captures(html)).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    let clock = 0;
    const pending = scanFrame(
      document,
      { runKey: '0a'.repeat(32), recorders: [], watch: false },
      {
        closedShadowRoot: null,
        judgeAt,
        now: () => (clock += 100),
        yieldToPage: async () => stop.abort(new Error('stopped')),
        signal: stop.signal,
      },
    );
    await expect(pending).rejects.toThrow('stopped');
  });

  it('counts as truncated what it has no time for', async () => {
    document.body.innerHTML = '<p>ada@example.com</p>'.repeat(50);
    let time = 0;
    const { truncated, sightings } = await scanFrame(
      document,
      { runKey: '0a'.repeat(32), recorders: [rrweb()], watch: false },
      {
        closedShadowRoot: () => null,
        judgeAt,
        now: () => {
          time += 5_000;
          return time;
        },
        yieldToPage: async () => {},
      },
    );
    expect(truncated).toBeGreaterThan(0);
    expect(sightings.length).toBeLessThan(50);
  });
});
