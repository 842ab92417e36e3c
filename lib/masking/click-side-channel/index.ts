import { exposureRule } from '../exposure-rule';

/** Text that a click sends although the recording itself would not hold it. */
export const clickSideChannel = exposureRule('click-side-channel', 'clickSideChannel');
