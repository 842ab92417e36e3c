import { type HotElement, hotElementsOf } from '../../consent/hot-elements';
import { sentenceOf } from '../../core/errors';
import type { Message, Translate } from '../../core/message';
import { evaluateInPage, onInspectedNavigation, revealInElements } from '../../platform/devtools';
import { saveFile } from '../../platform/files';
import { askForAllSites, askForOrigin } from '../../platform/grants';
import { send } from '../../platform/messaging';
import { watchTab } from '../../platform/session';
import { type AuditState, AuditStateSchema } from '../../protocol/audit';
import type { Exception } from '../../protocol/exceptions';
import type { AuditResult, Finding } from '../../protocol/findings';
import { HeatStateSchema } from '../../protocol/heat';
import type { HoldState } from '../../protocol/hold';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { RecorderState } from '../../protocol/recorders';
import { type Traffic, TrafficSchema } from '../../protocol/traffic';
import { toAuditFile } from '../../report/audit-file';
import { extensionWalk } from '../consent/extension-walk';
import type { WalkUi } from '../consent/walk-ui';
import { createHoldClient } from '../hold/hold-client';
import { createProveClient, type ProofView } from '../prove/prove-client';
import { askAgainIfLost } from '../retry';
import { AUDIT_STATE, HEAT_STATE, TRAFFIC } from '../state-names';
import { createActing } from './acting';
import { type Assumed, setupsOf } from './assumed-setups';
import { createExceptionsClient } from './exceptions-client';
import { createFindingHeat, type FindingHeat } from './finding-heat';
import { lookWithoutGrant } from './partial-look';

interface Listener {
  readonly onState: (state: AuditState) => void;
  /** Pages of this origin that were audited in this browser session. */
  readonly onPages: (pages: readonly AuditResult[]) => void;
  readonly onError: (error: Message | null) => void;
  readonly onHold: (hold: HoldState) => void;
  /** Personal data that this visit has sent, as far as DevTools shows it. */
  readonly onTraffic: (traffic: Traffic) => void;
  readonly onProof: (proof: ProofView) => void;
  /** How hot the things are that findings are about, in the heat that the tab shows. */
  readonly onHeat: (heat: FindingHeat) => void;
  readonly onExceptions: (exceptions: readonly Exception[]) => void;
  readonly onWalk: (walk: WalkUi) => void;
  /** What is hot in the heat that the tab shows; null: it shows none that tells anything. */
  readonly onHot: (hot: readonly HotElement[] | null) => void;
  readonly translate: Translate;
}

/** The DevTools panel's end of the audit of the one tab that it inspects, by the names that the panel has for its wishes. */
export function createAuditClient(tabId: number, listener: Listener, signal: AbortSignal) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));

  const hold = createHoldClient(
    tabId,
    { ask, onState: listener.onHold, onError: listener.onError },
    signal,
  );

  const { onProof, onError } = listener;
  const prove = createProveClient(tabId, { ask, onProof, onError });

  const heat = createFindingHeat(tabId, ask, listener.onHeat);

  const walk = extensionWalk(tabId, {
    ...{ ask, onError, onWalk: listener.onWalk, translate: listener.translate },
    // What the walk reloaded has no verdict yet.
    onOver: () => void run(false),
  });

  // The browser tells no address without a grant, so DevTools is asked which origin a grant is for.
  let origin = '';
  const named = (state: AuditState): AuditState =>
    state.origin === '' ? { ...state, origin } : state;
  let shown: AuditState | null = null;
  const show = (state: AuditState): void => {
    const before = shown?.result?.auditId;
    shown = named(state);
    listener.onState(shown);
    if (shown.result?.auditId === before) return;
    hold.refresh();
    prove.refresh();
    heat.refresh(shown.result);
    // Without an answer the patch is of the pages that were known before, and lists them.
    ask('audit.pages', { tabId }).then(listener.onPages, () => undefined);
  };
  const { act, onTold } = createActing({ show, onError });
  const run = (reload: boolean) => act(() => ask('audit.run', { tabId, reload }));

  async function refresh(): Promise<AuditState> {
    const told = await evaluateInPage('location.origin');
    origin = typeof told === 'string' && /^https?:/.test(told) ? told : '';
    hold.refresh();
    prove.refresh();
    void walk.refresh();
    return named(await ask('audit.state', { tabId }));
  }

  watchTab(AUDIT_STATE, AuditStateSchema, tabId, onTold, signal);
  watchTab(
    HEAT_STATE,
    HeatStateSchema,
    tabId,
    (state) => {
      heat.onHeat(state, shown?.result ?? null);
      listener.onHot(hotElementsOf(state));
    },
    signal,
  );
  // Heat that came before this panel was opened; without an answer there is none to tell of.
  ask('heat.state', { tabId }).then(
    (state) => listener.onHot(hotElementsOf(state)),
    () => undefined,
  );
  watchTab(TRAFFIC, TrafficSchema, tabId, listener.onTraffic, signal);
  ask('audit.trafficState', { tabId }).then(
    (traffic) => traffic && listener.onTraffic(traffic),
    () => undefined,
  );
  onInspectedNavigation(() => void act(refresh), signal);
  void act(refresh);

  const look = () =>
    act(async () => ask('audit.partial', { tabId, ...(await lookWithoutGrant()) }));
  const exceptions = createExceptionsClient({
    ask,
    onExceptions: listener.onExceptions,
    onError: listener.onError,
    judgeAgain: () => {
      if (shown?.result) void (shown.result.partial ? look() : run(false));
    },
  });

  return {
    ...exceptions,
    ...prove,
    /** What the panel wants of a walk has names of its own. */
    walk,
    onHold: hold.onHold,
    onRelease: hold.onRelease,
    onRun: run,
    onGrant: () => {
      void askForOrigin(origin).then((granted) => (granted ? run(true) : undefined));
    },
    onGrantAll: () => {
      void askForAllSites().then((granted) => (granted ? run(true) : undefined));
    },
    onPartial: look,
    onReveal: ({ target }: Finding) => {
      void revealInElements(target.selector);
    },
    onExport: () => {
      if (!shown?.result) return;
      const file = toAuditFile(shown.result, listener.translate);
      saveFile('audit.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`);
    },
    onAssume: (assumptions: readonly Assumed[]) => {
      const recorders = setupsOf(assumptions, shown?.onPage ?? [], listener.translate);
      return act(() => ask('audit.assume', { tabId, recorders }));
    },
    onPreview: (on: boolean) => act(() => ask('audit.preview', { tabId, on })),
    onEye: (left: RecorderState | null, right: RecorderState | null) => {
      listener.onError(null);
      ask('audit.eye', { tabId, left, right }).catch((cause: unknown) => {
        listener.onError(sentenceOf(cause));
      });
    },
    onResolve: (
      finding: Finding,
      answer: 'accepted' | 'confirmed' | 'withdrawn',
      reason: string,
      expires: number,
    ) => act(() => ask('audit.resolve', { tabId, findingId: finding.id, answer, reason, expires })),
    onAllowFrame: (frame: number, allow: boolean) =>
      act(() => ask('audit.allowFrame', { tabId, frame, allow })),
    onHighlight: (frame: number, selector: string | null) => {
      ask('audit.highlight', { tabId, frame, selector }).catch(() => undefined);
    },
  };
}
