import { HushmapError, toWireError } from '../../core/errors';
import type { Message } from '../../core/message';
import { askForAllSites, askForOrigin } from '../../platform/grants';
import { send } from '../../platform/messaging';
import { watchTab } from '../../platform/session';
import { type AuditState, AuditStateSchema } from '../../protocol/audit';
import type { Finding } from '../../protocol/findings';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { RecorderId } from '../../protocol/recorders';
import { assumeRecorder } from '../../recorders/index';
import { askAgainIfLost } from '../retry';

export const AUDIT_STATE = 'audit';

interface Listener {
  readonly onState: (state: AuditState) => void;
  readonly onError: (error: Message | null) => void;
}

/** The DevTools panel's end of the audit of the one tab that it inspects. */
export function createAuditClient(tabId: number, listener: Listener, signal: AbortSignal) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));

  async function act(work: () => Promise<AuditState>): Promise<void> {
    listener.onError(null);
    try {
      listener.onState(await work());
    } catch (cause) {
      const { code, params } = toWireError(cause);
      listener.onError(new HushmapError(code, params).sentence);
    }
  }

  const run = (reload: boolean) => act(() => ask('audit.run', { tabId, reload }));

  watchTab(AUDIT_STATE, AuditStateSchema, tabId, listener.onState, signal);
  void act(() => ask('audit.state', { tabId }));

  return {
    run,
    refresh: () => act(() => ask('audit.state', { tabId })),
    /** Asks for the inspected origin; the browser wants this straight from the press. */
    grant: (origin: string) => {
      void askForOrigin(origin).then((granted) => (granted ? run(true) : undefined));
    },
    grantAll: () => {
      void askForAllSites().then((granted) => (granted ? run(true) : undefined));
    },
    assume: (ids: readonly RecorderId[]) => {
      const recorders = ids.map((id) => assumeRecorder(id));
      return act(() => ask('audit.assume', { tabId, recorders }));
    },
    resolve: (
      finding: Finding,
      answer: 'accepted' | 'confirmed' | 'withdrawn',
      reason: string,
      expires: number,
    ) => act(() => ask('audit.resolve', { tabId, findingId: finding.id, answer, reason, expires })),
    allowFrame: (frame: number, allow: boolean) =>
      act(() => ask('audit.allowFrame', { tabId, frame, allow })),
    partial: (request: Omit<Request<'audit.partial'>, 'tabId'>) =>
      act(() => ask('audit.partial', { tabId, ...request })),
    highlight: (frame: number, selector: string | null) => {
      ask('audit.highlight', { tabId, frame, selector }).catch(() => undefined);
    },
  };
}
