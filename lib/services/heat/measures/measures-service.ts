import { HushmapError, sentenceOf } from '../../../core/errors';
import { type Message, message } from '../../../core/message';
import { joinMeasures } from '../../../heatmap/measures/join-measures';
import { type Measures, type MeasuresState, NO_MEASURES } from '../../../protocol/measures';
import { redactText } from '../../../report/redact-text';
import { redactUrl } from '../../../report/redact-url';
import { createGuardedAnswers } from '../guarded-answers';
import { kOf } from '../prepare-map';
import { loadMeasures } from './load-measures';
import type { MeasuresPorts } from './ports';

/**
 * Web Vitals and conversion of a tab's elements, beside its heat: from a file, or asked of the source when
 * a person presses for it. The page says which elements they are, again whenever it has changed.
 */
export function createMeasuresService({ heat, states, kept }: MeasuresPorts) {
  const guarded = createGuardedAnswers(heat);
  const read = async (tabId: number): Promise<MeasuresState> =>
    (await states.read(tabId)) ?? NO_MEASURES;
  /** The newest wish of each tab: an answer to an older one is nobody's. */
  const wishes = new Map<number, number>();
  /** True for as long as nothing newer is wished for. */
  const asOfNow = (tabId: number): (() => boolean) => {
    const mine = wishes.get(tabId);
    return () => wishes.get(tabId) === mine;
  };
  const begin = (tabId: number): (() => boolean) => {
    const mine = (wishes.get(tabId) ?? 0) + 1;
    wishes.set(tabId, mine);
    return asOfNow(tabId);
  };
  const say = async (tabId: number, state: MeasuresState): Promise<MeasuresState> => {
    await states.write(tabId, state);
    return state;
  };

  /** Tabs whose source is being asked: what their pages tell meanwhile ends no wait. */
  const asking = new Map<number, () => boolean>();
  const sayMeanwhile = (tabId: number, state: MeasuresState): Promise<MeasuresState> =>
    say(tabId, asking.get(tabId)?.() ? { ...state, status: 'loading', reason: null } : state);

  async function put(tabId: number, measures: Measures): Promise<MeasuresState> {
    const isNewest = begin(tabId);
    const { featuresOff = [] } = await heat.policy();
    if (featuresOff.includes('file')) throw new HushmapError('policy.forbids', ['file']);
    await kept.write(tabId, { measures, shownOn: null });
    return locate(tabId, isNewest);
  }

  async function ask(tabId: number, goal: string): Promise<MeasuresState> {
    const isNewest = begin(tabId);
    asking.set(tabId, isNewest);
    const before = await read(tabId);
    if (!isNewest()) return before;
    await say(tabId, { ...before, status: 'loading', reason: null });
    try {
      const { measures, shownOn } = await loadMeasures(tabId, goal, heat, guarded);
      if (!isNewest()) return read(tabId);
      await kept.write(tabId, { measures, shownOn });
      if (isNewest()) asking.delete(tabId);
      return await locate(tabId, isNewest);
    } catch (cause) {
      const now = await located(tabId, isNewest).catch(() => null);
      if (!isNewest()) return read(tabId);
      asking.delete(tabId);
      return say(tabId, { ...(now ?? before), status: 'failed', reason: sentenceOf(cause) });
    }
  }

  async function clear(tabId: number): Promise<MeasuresState> {
    begin(tabId);
    asking.delete(tabId);
    await kept.remove(tabId);
    return say(tabId, NO_MEASURES);
  }

  /** Finds the measured elements on the page as it is now, unless something newer was wished for. */
  async function locate(tabId: number, isNewest: () => boolean): Promise<MeasuresState> {
    const state = await located(tabId, isNewest);
    // Gone meanwhile, with the tab or by a press: then nothing is said of it.
    const isGone = state?.about != null && (await kept.read(tabId)) === null;
    return state !== null && !isGone && isNewest() ? sayMeanwhile(tabId, state) : read(tabId);
  }

  /** Null: there is nothing to be found. */
  async function located(tabId: number, isNewest: () => boolean): Promise<MeasuresState | null> {
    const known = await kept.read(tabId);
    if (known === null) return null;
    const { measures, shownOn } = known;
    const asked = await heat.asked.read(tabId);
    const page = asked === null ? null : redactUrl(asked.url);
    const isOfOther = shownOn !== null && page !== null && shownOn !== page;
    // What was kept under a lower k, or is of another page, is not shown.
    if (isOfOther || measures.k < kOf(await heat.policy())) {
      if (isNewest()) await kept.remove(tabId);
      return NO_MEASURES;
    }
    const { elements, ...about } = measures;
    const anchors = elements.map(({ selectors }) => selectors);
    const found = await heat.page
      .send(tabId, 'overlay.locate', { anchors })
      .catch(() => NOTHING_FOUND);
    const joined = joinMeasures(elements, found ?? NOTHING_FOUND, redactText);
    const isEmpty = elements.length === 0;
    return {
      ...joined,
      about: { ...about, notes: [...about.notes, ...otherPage(measures.page, page)].slice(0, 10) },
      status: isEmpty ? 'empty' : 'shown',
      reason: isEmpty ? whyEmpty(measures) : null,
    };
  }

  return {
    read,
    put,
    ask,
    clear,
    /** The page has told of its elements: it, or what it shows, may have changed. */
    onPage: async (tabId: number): Promise<void> => void (await locate(tabId, asOfNow(tabId))),
    forget: async (tabId: number): Promise<void> => {
      wishes.delete(tabId);
      asking.delete(tabId);
      await Promise.all([states.remove(tabId), kept.remove(tabId)]);
    },
  };
}

export type MeasuresService = ReturnType<typeof createMeasuresService>;

const NOTHING_FOUND = { found: [], missing: [], hidden: [] };

const whyEmpty = ({ withheld, k, from, to }: Measures): Message =>
  withheld > 0 ? message('measures.reason.few', k) : message('measures.reason.nothing', from, to);

/** A file may be of production, and the page of staging; another path is another page. */
function otherPage(of: string, shown: string | null): Message[] {
  const path = (url: string) => new URL(url).pathname.replace(/\/$/, '');
  if (shown === null || !URL.canParse(shown) || path(of) === path(shown)) return [];
  return [message('measures.note.otherPage', of, shown)];
}
