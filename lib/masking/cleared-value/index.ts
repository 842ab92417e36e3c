import { exposureRule } from '../exposure-rule';

/** A value that was written into the markup and stays there after the field was emptied. */
export const clearedValue = exposureRule('cleared-value', 'clearedValue');
