import { exposureRule } from '../exposure-rule';

/** Personal data in inputs of type hidden, which tables of masked types mostly leave out. */
export const hiddenValue = exposureRule('hidden-value', 'hiddenValue');
