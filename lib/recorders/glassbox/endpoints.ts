import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Glassbox talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['glassboxdigital.io', 'gbqofs.com', 'gbqofs.io'],
  vendor: [
    { host: /(^|\.)glassboxdigital\.io$/, path: ANY, purpose: 'ingest' },
    { host: /^cdn\.gbqofs\.(com|io)$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)gbqofs\.(com|io)$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_cls_(v|s)$/],
  storage: [],
};
