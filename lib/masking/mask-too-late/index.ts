import { exposureRule } from '../exposure-rule';

/** A mask that came after a running recorder had taken the value. */
export const maskTooLate = exposureRule('mask-too-late', 'maskTooLate');
