import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where LogRocket talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
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
