import { describe, expect, it, vi } from 'vitest';
import { HushmapError } from '../../../core/errors';
import type { HeatState } from '../../../protocol/heat';
import { type Figures, type Measures, NO_MEASURES } from '../../../protocol/measures';
import { heatPorts, quietPage } from '../../testing/heat-ports';
import { perTab } from '../../testing/per-tab';
import { OFF } from '../heat-state';
import type { HeatPorts } from '../ports';
import { createMeasuresService } from './measures-service';

const TAB = 7;
const NONE: Figures = { inp: null, lcp: null, cls: null, conversion: null, withheld: false };
const inp = (p75: number, people: number): Figures => ({
  ...NONE,
  inp: { p75, grade: 'good', people },
});

const MEASURES: Measures = {
  sourceId: 'file',
  sourceName: 'file',
  page: 'https://acme.test/pricing',
  from: '2026-11-01',
  to: '2026-11-07',
  unit: 'people',
  goal: null,
  k: 11,
  base: NONE,
  withheld: 0,
  notes: [],
  elements: [
    { selectors: ['#buy'], figures: inp(90, 400) },
    { selectors: ['#buy svg'], figures: inp(150, 600) },
    { selectors: ['#gone'], figures: inp(100, 50) },
  ],
};

const button = { ref: 4, label: 'Buy', role: 'button' };

const LOCATED = {
  found: [
    { anchor: 0, ...button, control: null },
    { anchor: 1, ref: 5, label: '', role: 'image', control: button },
  ],
  missing: [2],
  hidden: [],
};

async function setUp(
  url = 'https://staging.acme.test/pricing',
  policy = {},
  more: Partial<HeatPorts> = {},
) {
  const asked = perTab<{ url: string; viewportWidth: number }>();
  await asked.write(TAB, { url, viewportWidth: 1280 });
  const heat = heatPorts(url, {
    asked,
    policy: async () => policy,
    // The page answers one question alone.
    page: { ...quietPage(url), send: async () => LOCATED as never },
    ...more,
  });
  const kept = perTab<{ measures: Measures; shownOn: string | null }>();
  return { kept, asked, service: createMeasuresService({ heat, states: perTab(), kept }) };
}

/** A promise, and who keeps it. */
function held<T>() {
  let resolve = (_: T): void => undefined;
  let reject = (_: Error): void => undefined;
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  return {
    promise,
    resolve: (value: T) => resolve(value),
    reject: (cause: Error) => reject(cause),
  };
}

async function heatIsOn() {
  const states = perTab<HeatState>();
  await states.write(TAB, { ...OFF, on: true });
  return states;
}

/** A page that takes its time. */
async function setUpSlow() {
  const later = held<typeof LOCATED>();
  let asked = 0;
  const url = 'https://staging.acme.test/pricing';
  const send = () => {
    asked += 1;
    return later.promise as Promise<never>;
  };
  const world = await setUp(url, {}, { page: { ...quietPage(url), send } });
  return {
    ...world,
    answer: () => later.resolve(LOCATED),
    asksPage: () => vi.waitFor(() => expect(asked).toBeGreaterThan(0)),
  };
}

describe('the measures of a tab', () => {
  it('stand at the control that is pressed, those with more people first', async () => {
    const { service } = await setUp();
    const state = await service.put(TAB, MEASURES);
    expect(state.elements).toEqual([{ ...button, figures: inp(150, 600) }]);
  });

  it('list what the page has not', async () => {
    const { service } = await setUp();
    expect(await service.put(TAB, MEASURES)).toMatchObject({
      status: 'shown',
      missing: 1,
      examples: ['#gone'],
    });
  });

  it('of a file say where they are of another page, and not where it is staging', async () => {
    const notes = async (url: string) => {
      const { service } = await setUp(url);
      return (await service.put(TAB, MEASURES)).about?.notes.map(({ id }) => id);
    };
    expect(await notes('https://staging.acme.test/pricing/')).toEqual([]);
    expect(await notes('https://acme.test/chat')).toEqual(['measures.note.otherPage']);
  });

  it('that a source was asked for do not stay when the page becomes another', async () => {
    const { service, kept, asked } = await setUp('https://acme.test/pricing');
    await kept.write(TAB, { measures: MEASURES, shownOn: 'https://acme.test/pricing' });
    await service.onPage(TAB);
    expect((await service.read(TAB)).status).toBe('shown');
    await asked.write(TAB, { url: 'https://acme.test/chat', viewportWidth: 1280 });
    await service.onPage(TAB);
    expect(await service.read(TAB)).toEqual(NO_MEASURES);
    expect(await kept.read(TAB)).toBeNull();
  });

  it('are not shown under a higher k than they were held to', async () => {
    const { service } = await setUp(undefined, { minimumK: 20 });
    expect(await service.put(TAB, MEASURES)).toEqual(NO_MEASURES);
  });

  it('say why there are none to show', async () => {
    const { service } = await setUp();
    const few = await service.put(TAB, { ...MEASURES, elements: [], withheld: 3 });
    expect(few).toMatchObject({ status: 'empty', reason: { id: 'measures.reason.few' } });
  });

  it('cannot be asked for before there is heat, and what was shown stays', async () => {
    const { service } = await setUp();
    await service.put(TAB, MEASURES);
    const failed = await service.ask(TAB, 'purchase');
    expect(failed).toMatchObject({
      status: 'failed',
      reason: { id: 'error.page.gone' },
      missing: 1,
    });
  });

  it('stay cleared where the page was still being looked through', async () => {
    const { service, kept, answer, asksPage } = await setUpSlow();
    await kept.write(TAB, { measures: MEASURES, shownOn: null });
    const onPage = service.onPage(TAB);
    await asksPage();
    await service.clear(TAB);
    answer();
    await onPage;
    expect(await service.read(TAB)).toEqual(NO_MEASURES);
  });

  it('are loading for as long as the source is asked, whatever the page tells', async () => {
    const later = held<never>();
    const { service, kept } = await setUp(
      undefined,
      {},
      {
        sources: () => later.promise,
        states: await heatIsOn(),
      },
    );
    await kept.write(TAB, { measures: MEASURES, shownOn: null });
    await service.onPage(TAB);
    const asking = service.ask(TAB, '');
    await vi.waitFor(async () => expect((await service.read(TAB)).status).toBe('loading'));
    await service.onPage(TAB);
    expect(await service.read(TAB)).toMatchObject({ status: 'loading', missing: 1 });
    later.reject(new HushmapError('source.slow'));
    expect(await asking).toMatchObject({ status: 'failed', missing: 1 });
    await service.onPage(TAB);
    expect((await service.read(TAB)).status).toBe('shown');
  });

  it('stand where the page has them now, though the source failed meanwhile', async () => {
    const { service, kept, answer, asksPage } = await setUpSlow();
    await kept.write(TAB, { measures: MEASURES, shownOn: null });
    const onPage = service.onPage(TAB);
    await asksPage();
    const asking = service.ask(TAB, '');
    answer();
    await Promise.all([onPage, asking]);
    expect(await service.read(TAB)).toMatchObject({ status: 'failed', missing: 1 });
  });

  it('are asked for on a new page, though those of the former one go only now', async () => {
    const later = held<never>();
    const { service, kept } = await setUp(
      undefined,
      {},
      {
        sources: () => later.promise,
        states: await heatIsOn(),
      },
    );
    await kept.write(TAB, { measures: MEASURES, shownOn: 'https://staging.acme.test/chat' });
    const asking = service.ask(TAB, '');
    await vi.waitFor(async () => expect((await service.read(TAB)).status).toBe('loading'));
    await service.onPage(TAB);
    expect(await service.read(TAB)).toEqual({ ...NO_MEASURES, status: 'loading' });
    later.reject(new HushmapError('source.slow'));
    expect(await asking).toMatchObject({ status: 'failed', missing: 0 });
  });

  it('are refused from a file where policy forbids files', async () => {
    const { service } = await setUp(undefined, { featuresOff: ['file'] });
    await expect(service.put(TAB, MEASURES)).rejects.toMatchObject({ code: 'policy.forbids' });
  });
});
