import { exposureRule } from '../exposure-rule';

/** Personal data in addresses: of the page itself, of links, pictures and forms. */
export const personalUrl = exposureRule('personal-url', 'personalUrl', [
  'page-url',
  'href',
  'src',
  'action',
  'resource-url',
]);
