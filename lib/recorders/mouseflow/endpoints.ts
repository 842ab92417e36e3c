import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Mouseflow talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['mouseflow.com'],
  vendor: [
    { host: /^cdn\.mouseflow\.com$/, path: /^\/projects\//, purpose: 'asset' },
    { host: /(^|\.)mouseflow\.com$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^mf_(user|[0-9a-f-]{36})$/],
  storage: [],
};
