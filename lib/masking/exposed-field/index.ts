import { exposureRule } from '../exposure-rule';

/** Personal data in form fields: what was typed, what was prefilled, what can be chosen. */
export const exposedField = exposureRule('exposed-field', 'exposedField');
