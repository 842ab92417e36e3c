import { HushmapError, sentenceOf } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { AuditState, PageFacts } from '../../protocol/audit';
import type { FrameEvidence } from '../../protocol/evidence';
import type { AuditResult } from '../../protocol/findings';
import type { Parsed } from '../../protocol/messages';
import type { RecorderState } from '../../protocol/recorders';
import type { RequestEvent } from '../../protocol/timeline';
import { detectRecorders } from '../../recorders/detect';
import { redactUrl } from '../../report/redact-url';
import { withPage } from './audited-pages';
import { withFewerSightings } from './fewer-sightings';
import { gatherFrames, gatherRecorders } from './gather';
import { type Gathered, judgeAudit } from './judge-audit';
import { judgedBy } from './judged-by';
import { type AuditPorts, MOST_REQUESTS } from './ports';
import { previewFixes, unmarkPage } from './preview-fixes';
import { isForbidden, originOf, standing } from './standing';

/**
 * The audit of every tab: gather in the page, judge here, keep the outcome per tab. A scan that a
 * killed worker broke off is asked for again by the panel; nothing is cleared before a scan has ended.
 */
export function createAuditService(ports: AuditPorts) {
  const rescans = new Map<number, 'running' | 'again'>();
  /** Runs of this worker. A state that says "running" without one was left by a worker that died. */
  const underway = new Set<number>();
  /** Raised whenever what is being gathered for a tab stops being about what the tab shows. */
  const turns = new Map<number, number>();
  const nextTurn = (tabId: number): number => {
    const turn = (turns.get(tabId) ?? 0) + 1;
    turns.set(tabId, turn);
    return turn;
  };
  /** Tabs whose changes are ours: canaries are planted in them. */
  const paused = new Set<number>();
  let logging: Promise<unknown> = Promise.resolve();
  let keeping: Promise<unknown> = Promise.resolve();

  async function read(tabId: number): Promise<AuditState> {
    const state = await ports.states.read(tabId);
    const { url } = await ports.page.read(tabId);
    const allowed = await standing(url, ports);
    const base =
      state?.status === 'running' && !underway.has(tabId) ? INTERRUPTED : (state ?? IDLE);
    if (allowed !== 'idle')
      return { ...base, status: allowed, origin: originOf(url), result: base.result };
    const status =
      base.status === 'no-grant' || base.status === 'not-allowed' ? 'idle' : base.status;
    return { ...base, status, origin: originOf(url), allSites: await ports.hasAllSites() };
  }

  async function change(tabId: number, part: Partial<AuditState>): Promise<AuditState> {
    const state = { ...((await ports.states.read(tabId)) ?? IDLE), ...part };
    const dated = { ...state, changedAt: ports.clock.now() };
    await ports.states.write(tabId, dated);
    return dated;
  }

  /** Scans the page as it is, or reloads it first, so that what starts before a choice is seen. */
  async function run(tabId: number, reload: boolean): Promise<AuditState> {
    const { url } = await ports.page.read(tabId);
    const allowed = await standing(url, ports);
    if (allowed !== 'idle') return change(tabId, { status: allowed, origin: originOf(url) });
    const turn = nextTurn(tabId);
    underway.add(tabId);
    try {
      await begin(tabId, url, reload);
      // A reload may lead elsewhere: to a sign-in, or to another origin that was never granted.
      const { url: arrived } = await ports.page.read(tabId);
      const still = await standing(arrived, ports);
      if (still !== 'idle')
        return change(tabId, { status: still, origin: originOf(arrived), step: null });
      await scan(tabId, arrived, true, turn);
    } catch (cause) {
      if (turns.get(tabId) === turn) await fail(tabId, cause);
    } finally {
      if (turns.get(tabId) === turn) underway.delete(tabId);
    }
    return read(tabId);
  }

  async function fail(tabId: number, cause: unknown): Promise<void> {
    await change(tabId, { status: 'failed', step: null, error: sentenceOf(cause) });
    await ports.showVerdict(tabId, null);
  }

  async function begin(tabId: number, url: string, reload: boolean): Promise<void> {
    const allSites = await ports.hasAllSites();
    const step = (said: Message) =>
      change(tabId, {
        status: 'running',
        origin: originOf(url),
        step: said,
        error: null,
        allSites,
        // A reload begins anew: the old verdict says nothing of what comes.
        ...(reload ? { result: null } : {}),
      });
    await ports.page.registerProbe(url);
    const probed = (await ports.probed.read(tabId)) ?? [];
    await ports.probed.write(tabId, [...new Set([...probed, originOf(url)])]);
    if (!reload) return void (await step(message('audit.step.scanning')));
    await step(message('audit.step.reloading'));
    await ports.network.write(tabId, []);
    await ports.page.reload(tabId);
    await step(message('audit.step.watching', SETTLE_MS / 1000));
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await step(message('audit.step.scanning'));
  }

  async function scan(tabId: number, url: string, anew: boolean, turn: number): Promise<void> {
    const state = (await ports.states.read(tabId)) ?? IDLE;
    // A verdict is of the page as it is: what was tried out is taken away first.
    if (state.preview !== null) await unpreview(tabId);
    const detected = await gatherRecorders(tabId, ports);
    const { recorders, ...judged } = judgedBy(state.assumed, detected);
    const artifacts = await gatherFrames(tabId, recorders, anew, ports);
    const top = artifacts.frames.find(({ frameId }) => frameId === 0);
    // Evidence of a page that was left during the scan would be judged as the next one's.
    const isHere = (await ports.page.read(tabId)).url === url && top?.url === redactUrl(url);
    if (!isHere) throw new HushmapError('page.gone');
    if (turns.get(tabId) !== turn) return;
    const how = { partial: false, ...judged, onPage: detected };
    await conclude(tabId, url, { ...artifacts, ...how });
  }

  /** Judges what was gathered; where that is more than storage holds, a part of it, which is said. */
  async function conclude(tabId: number, url: string, gathered: Gathered): Promise<void> {
    try {
      await judgeAndKeep(tabId, url, gathered);
    } catch {
      await judgeAndKeep(tabId, url, withFewerSightings(gathered));
    }
  }

  /** Findings, verdict, clearance and badge from what was gathered. */
  async function judgeAndKeep(tabId: number, url: string, gathered: Gathered): Promise<void> {
    const { title } = await ports.page.read(tabId);
    const result = await judgeAudit({ tabId, url, title, gathered }, ports);
    // What would be with other options is no finding of the page's to mend.
    if (!gathered.hypothetical) await keepPage(originOf(url), result);
    const { scans } = (await ports.states.read(tabId)) ?? IDLE;
    await change(tabId, {
      status: 'done',
      origin: originOf(url),
      step: null,
      error: null,
      result,
      onPage: [...gathered.onPage],
      scans: scans + 1,
    });
    await ports.showVerdict(tabId, result.verdict);
  }

  /** One page after the other: two at once would each forget the other. */
  function keepPage(origin: string, result: AuditResult): Promise<unknown> {
    const keep = async (): Promise<void> => {
      const before = (await ports.pages.read(origin)) ?? [];
      await ports.pages.write(origin, withPage(before, result));
    };
    // A storage that is full or fails costs the patch this page, and the audit nothing.
    keeping = keeping.then(keep).catch(() => undefined);
    return keeping;
  }

  /** Pages of the tab's origin that were audited in this browser session. */
  async function pages(tabId: number): Promise<AuditResult[]> {
    const { origin, result } = await read(tabId);
    const named = origin === '' ? originOf(result?.url ?? '') : origin;
    return [...((await ports.pages.read(named)) ?? [])];
  }

  /** The page has changed under a finished scan. Never two scans of one tab at a time. */
  async function onChanged(tabId: number): Promise<void> {
    const state = await ports.states.read(tabId);
    // While fixes are tried out, or canaries stand in it, the page is not as it is.
    if (paused.has(tabId)) return;
    if (state?.status !== 'done' || state.preview !== null || underway.has(tabId)) return;
    if (rescans.has(tabId)) return void rescans.set(tabId, 'again');
    rescans.set(tabId, 'running');
    const turn = nextTurn(tabId);
    try {
      const { url } = await ports.page.read(tabId);
      await scan(tabId, url, false, turn);
    } catch (cause) {
      if (turns.get(tabId) === turn) await fail(tabId, cause);
    } finally {
      const again = rescans.get(tabId) === 'again';
      rescans.delete(tabId);
      if (again) await onChanged(tabId);
    }
  }

  /** A look without a grant, gathered by the panel through DevTools. It never ends in a clear verdict. */
  async function partial(
    tabId: number,
    facts: PageFacts,
    evidence: FrameEvidence,
  ): Promise<AuditState> {
    // What a policy closes stays closed for a look as well.
    if (await isForbidden(evidence.url, ports)) return change(tabId, { status: 'not-allowed' });
    const detected = detectRecorders(facts);
    const state = (await ports.states.read(tabId)) ?? IDLE;
    await conclude(tabId, evidence.url, {
      ...judgedBy(state.assumed, detected),
      frames: [evidence],
      silent: [],
      timelines: [],
      partial: true,
      onPage: detected,
    });
    return (await ports.states.read(tabId)) ?? IDLE;
  }

  async function resolve(tabId: number, told: Parsed<'audit.resolve'>): Promise<AuditState> {
    const { origin } = await read(tabId);
    const { findingId, answer, reason, expires } = told;
    if (answer === 'withdrawn') await ports.resolutions.remove(origin, findingId);
    else await ports.resolutions.put({ findingId, origin, answer, reason, expires });
    return run(tabId, false);
  }

  async function allowFrame(tabId: number, frame: number, allow: boolean): Promise<AuditState> {
    const others = ((await ports.allowedFrames.read(tabId)) ?? []).filter((each) => each !== frame);
    await ports.allowedFrames.write(tabId, allow ? [...others, frame] : others);
    return run(tabId, false);
  }

  async function assume(tabId: number, recorders: RecorderState[]): Promise<AuditState> {
    await change(tabId, { assumed: recorders });
    return run(tabId, false);
  }

  /** Tries the marks out that would mend the open findings, or takes them away and scans again. */
  async function preview(tabId: number, on: boolean): Promise<AuditState> {
    const { status, result } = await read(tabId);
    if (!on) {
      await unpreview(tabId);
      return run(tabId, false);
    }
    if (status !== 'done' || result === null || result.partial) {
      throw new HushmapError('page.noGrant');
    }
    const turn = nextTurn(tabId);
    await change(tabId, { preview: { shown: null } });
    try {
      const shown = await previewFixes(tabId, result, ports);
      // Something else has begun meanwhile, and is about the page as it is.
      if (turns.get(tabId) !== turn) {
        await unmarkPage(tabId, ports);
        return read(tabId);
      }
      return change(tabId, { preview: { shown } });
    } catch (cause) {
      await unpreview(tabId);
      throw cause;
    }
  }

  async function unpreview(tabId: number): Promise<void> {
    await unmarkPage(tabId, ports);
    await change(tabId, { preview: null });
  }

  /** Repaints the page as recorders would store it, or takes that away. */
  async function showEye(tabId: number, { left, right }: Omit<Parsed<'audit.eye'>, 'tabId'>) {
    if (right === null) {
      // A tab that has been left has nothing to take away.
      await ports.page.send(tabId, 0, 'eye.hide', undefined).catch(() => undefined);
      return;
    }
    const { url } = await ports.page.read(tabId);
    if ((await standing(url, ports)) !== 'idle') throw new HushmapError('page.noGrant');
    await ports.page.injectEye(tabId);
    await ports.page.send(tabId, 0, 'eye.show', { left, right });
  }

  async function logNetwork(tabId: number, requests: readonly RequestEvent[]): Promise<void> {
    // One after the other, or two batches would each forget the other.
    logging = logging.then(async () => {
      const before = (await ports.network.read(tabId)) ?? [];
      // A worker that died after it had written is told the same batch again.
      if (isTail(before, requests)) return;
      // The first are kept: what was sent before a choice is what the log is for.
      await ports.network.write(tabId, [...before, ...requests].slice(0, MOST_REQUESTS));
    });
    await logging;
  }

  /** The tab shows another document: what was known of the old one says nothing of this one. */
  async function onNavigated(tabId: number): Promise<void> {
    const state = await ports.states.read(tabId);
    if (state === null || underway.has(tabId)) return;
    nextTurn(tabId);
    await ports.allowedFrames.remove(tabId);
    await ports.states.write(tabId, { ...IDLE, assumed: state.assumed, scans: state.scans });
    await ports.network.remove(tabId);
    await ports.showVerdict(tabId, null);
  }

  /** While paused, changes of the page ask for no scan. */
  function pause(tabId: number, isPaused: boolean): void {
    if (isPaused) paused.add(tabId);
    else paused.delete(tabId);
  }

  async function forget(tabId: number): Promise<void> {
    nextTurn(tabId);
    paused.delete(tabId);
    for (const origin of (await ports.probed.read(tabId)) ?? []) {
      await ports.page.unregisterProbe(origin);
    }
    const stores = [ports.states, ports.network, ports.allowedFrames, ports.probed];
    await Promise.all(stores.map((store) => store.remove(tabId)));
  }

  return {
    read,
    run,
    partial,
    resolve,
    allowFrame,
    assume,
    showEye,
    preview,
    pages,
    logNetwork,
    onChanged,
    onNavigated,
    pause,
    forget,
  };
}

export type AuditService = ReturnType<typeof createAuditService>;

const isTail = (log: readonly RequestEvent[], batch: readonly RequestEvent[]): boolean =>
  batch.length > 0 && keysOf(log.slice(-batch.length)) === keysOf(batch);

const keysOf = (requests: readonly RequestEvent[]): string =>
  JSON.stringify(requests.map(({ t, method, url }) => [t, method, url]));

const IDLE: AuditState = {
  status: 'idle',
  origin: '',
  step: null,
  result: null,
  error: null,
  onPage: [],
  assumed: [],
  preview: null,
  allSites: false,
  scans: 0,
  changedAt: 0,
};

/** A worker that died took its run with it; the next step is to ask again. */
const INTERRUPTED: AuditState = {
  ...IDLE,
  status: 'failed',
  error: new HushmapError('message.lost').sentence,
};

/** Recorders start within their first second or two after the page's load event. */
const SETTLE_MS = 2_000;
