import { exposureRule } from '../exposure-rule';

/** Personal data in the text of the page, comments of its markup among it. */
export const exposedText = exposureRule('exposed-text', 'exposedText');
