import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Inspectlet talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['inspectlet.com'],
  vendor: [
    { host: /^cdn\.inspectlet\.com$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)inspectlet\.com$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^__insp_/],
  storage: [],
};
