import { MESSAGES } from '../protocol/messages';
import { createMessenger, type HandlersOf } from './messenger';

export { type From, reportBug } from './messenger';

export type Handlers = HandlersOf<typeof MESSAGES>;

/** The whole protocol, for contexts that speak all of it. */
export const { listen, send, sendToFrame } = createMessenger(MESSAGES);
