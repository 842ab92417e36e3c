import { unreadBy } from '../judgements';
import { recorderName } from '../names';

export { absent, masked, plain, unknown } from '../judgements';

export const NAME = recorderName('openreplay');

export const unread = unreadBy(NAME);
