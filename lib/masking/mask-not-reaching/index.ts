import { exposureRule } from '../exposure-rule';

/** A mask around a shadow root or frame that does not reach what is in it. */
export const maskNotReaching = exposureRule('mask-not-reaching', 'maskNotReaching');
