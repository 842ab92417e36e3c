import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where LogRocket talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: [
    'lr-in-prod.com',
    'lr-in-prod.io',
    'logr-in.com',
    'logr-in.io',
    'lgrckt-in.com',
    'lgrckt-in.io',
    'lr-ingest.com',
    'lr-ingest.io',
    'lr-in.com',
    'lr-in.io',
    'logrocket.com',
    'logrocket.io',
  ],
  vendor: [
    {
      host: /^cdn\.(lr-in-prod|logr-in|lgrckt-in|lr-ingest|lr-in|logrocket)\.(com|io)$/,
      path: ANY,
      purpose: 'asset',
    },
    {
      host: /^r\.(lr-in-prod|logr-in|lgrckt-in|lr-ingest|lr-in|logrocket)\.(com|io)$/,
      path: ANY,
      purpose: 'ingest',
    },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [],
  storage: [/^_lr_/],
};
