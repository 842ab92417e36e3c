import { isErrorCode } from '../core/error-codes';
import { MESSAGES, type Request, type Response } from '../protocol/messages';
import { createAsk } from './asking';
import type { SentIn } from './message-table';
import { createMessenger, type HandlersOf } from './messenger';
import { pageApi } from './page-api';

export { type From, reportBug } from './messenger';

type Entries = typeof MESSAGES;

export type Handlers = HandlersOf<Entries>;

const ask = createAsk(MESSAGES, isErrorCode);

/** The whole protocol, for contexts that speak all of it. */
export const { listen, send } = createMessenger(MESSAGES, ask);

/** Asks our script in a frame of a tab. */
export const sendToFrame = <N extends SentIn<Entries>>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Response<N>> =>
  ask(name, () => pageApi().tabs.sendMessage(tabId, { hushmap: 1, name, request }, { frameId }));
