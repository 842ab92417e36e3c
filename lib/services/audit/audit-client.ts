import { HushmapError, toWireError } from '../../core/errors';
import type { Message, Translate } from '../../core/message';
import { evaluateInPage, onInspectedNavigation, revealInElements } from '../../platform/devtools';
import { saveFile } from '../../platform/files';
import { askForAllSites, askForOrigin } from '../../platform/grants';
import { send } from '../../platform/messaging';
import { watchTab } from '../../platform/session';
import { type AuditState, AuditStateSchema } from '../../protocol/audit';
import type { AuditResult, Finding } from '../../protocol/findings';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { RecorderId, RecorderState } from '../../protocol/recorders';
import { assumeRecorder } from '../../recorders/index';
import { toAuditFile } from '../../report/audit-file';
import { askAgainIfLost } from '../retry';
import { AUDIT_STATE } from '../state-names';
import { lookWithoutGrant } from './partial-look';

interface Listener {
  readonly onState: (state: AuditState) => void;
  readonly onError: (error: Message | null) => void;
  readonly translate: Translate;
}

/** A recorder to predict for; without options its documented defaults. */
interface Assumed {
  readonly id: RecorderId;
  readonly options: Readonly<Record<string, unknown>> | null;
}

/** The DevTools panel's end of the audit of the one tab that it inspects. */
export function createAuditClient(tabId: number, listener: Listener, signal: AbortSignal) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));

  /** Changes of the state that were told so far. */
  let told = 0;

  async function act(work: () => Promise<AuditState>): Promise<void> {
    listener.onError(null);
    const before = told;
    try {
      const state = await work();
      // What was told meanwhile is at least as new as this answer.
      if (told === before) show(state);
    } catch (cause) {
      const { code, params } = toWireError(cause);
      listener.onError(new HushmapError(code, params).sentence);
    }
  }

  const run = (reload: boolean) => act(() => ask('audit.run', { tabId, reload }));

  // The browser tells no address without a grant, so DevTools is asked which origin a grant is for.
  let origin = '';
  const named = (state: AuditState): AuditState =>
    state.origin === '' ? { ...state, origin } : state;
  const show = (state: AuditState): void => listener.onState(named(state));
  async function refresh(): Promise<AuditState> {
    const told = await evaluateInPage('location.origin');
    origin = typeof told === 'string' && /^https?:/.test(told) ? told : '';
    return named(await ask('audit.state', { tabId }));
  }

  watchTab(
    AUDIT_STATE,
    AuditStateSchema,
    tabId,
    (state) => {
      told += 1;
      show(state);
    },
    signal,
  );
  onInspectedNavigation(() => void act(refresh), signal);
  void act(refresh);

  return {
    run,
    grant: () => {
      void askForOrigin(origin).then((granted) => (granted ? run(true) : undefined));
    },
    grantAll: () => {
      void askForAllSites().then((granted) => (granted ? run(true) : undefined));
    },
    lookWithoutGrant: () =>
      act(async () => ask('audit.partial', { tabId, ...(await lookWithoutGrant()) })),
    reveal: ({ target }: Finding) => {
      void revealInElements(target.selector);
    },
    exportResult: (result: AuditResult | null) => {
      if (result === null) return;
      const file = toAuditFile(result, listener.translate);
      saveFile('audit.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`);
    },
    assume: (assumptions: readonly Assumed[]) => {
      const recorders = assumptions.map(({ id, options }) =>
        assumeRecorder(id, options ?? undefined),
      );
      return act(() => ask('audit.assume', { tabId, recorders }));
    },
    showEye: (left: RecorderState | null, right: RecorderState | null) => {
      listener.onError(null);
      ask('audit.eye', { tabId, left, right }).catch((cause: unknown) => {
        const { code, params } = toWireError(cause);
        listener.onError(new HushmapError(code, params).sentence);
      });
    },
    resolve: (
      finding: Finding,
      answer: 'accepted' | 'confirmed' | 'withdrawn',
      reason: string,
      expires: number,
    ) => act(() => ask('audit.resolve', { tabId, findingId: finding.id, answer, reason, expires })),
    allowFrame: (frame: number, allow: boolean) =>
      act(() => ask('audit.allowFrame', { tabId, frame, allow })),
    highlight: (frame: number, selector: string | null) => {
      ask('audit.highlight', { tabId, frame, selector }).catch(() => undefined);
    },
  };
}
