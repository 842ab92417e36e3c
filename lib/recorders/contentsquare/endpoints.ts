import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Contentsquare talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['contentsquare.net'],
  vendor: [
    { host: /^t\.contentsquare\.net$/, path: ANY, purpose: 'asset' },
    {
      host: /^(c|k|l|r|srm\.[a-z]+)\.(az|ba|ca|eu|[a-z]{2})\.contentsquare\.net$/,
      path: ANY,
      purpose: 'ingest',
    },
    { host: /(^|\.)contentsquare\.net$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_cs_(id|s|c|ex|rl)$/],
  storage: [],
};
