import { OVERLAY_MESSAGES } from '../protocol/overlay-messages';
import { createMessenger } from './messenger';

/** What the overlay says and hears, and no more: it is put into a page. */
export const { listen, send } = createMessenger(OVERLAY_MESSAGES);
