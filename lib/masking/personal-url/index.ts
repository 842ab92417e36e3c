import { exposureRule } from '../exposure-rule';

/** Personal data in addresses: of the page itself, of links, pictures and forms, of what was loaded. */
export const personalUrl = exposureRule('personal-url', 'personalUrl');
