import { exposureRule } from '../exposure-rule';

/** Personal data in the title of the document, which recorders send beside every recording. */
export const personalTitle = exposureRule('personal-title', 'personalTitle');
