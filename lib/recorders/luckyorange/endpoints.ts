import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Lucky Orange talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['luckyorange.com', 'luckyorange.net'],
  vendor: [
    { host: /^(tools|cdn)\.luckyorange\.(com|net)$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)luckyorange\.(com|net)$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_lo_/],
  storage: [/^_?lo[-_]/],
};
