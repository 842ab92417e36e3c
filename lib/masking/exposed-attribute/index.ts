import { exposureRule } from '../exposure-rule';

/** Personal data in attributes, which most recorders do not mask at all. */
export const exposedAttribute = exposureRule('exposed-attribute', 'exposedAttribute');
