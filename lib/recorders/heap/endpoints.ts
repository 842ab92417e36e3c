import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Heap talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['heapanalytics.com', 'heap-api.com'],
  vendor: [
    { host: /^cdn\.(us|eu)?\.?heap-api\.com$/, path: ANY, purpose: 'asset' },
    { host: /^cdn\.heapanalytics\.com$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)(heapanalytics|heap-api)\.com$/, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_hp2_(id|ses_props)\./],
  storage: [/^_hp2_/],
};
