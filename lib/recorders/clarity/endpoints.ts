import { ANY, type EndpointRules } from '../endpoint-rules';

export const endpoints: EndpointRules = {
  hosts: ['clarity.ms'],
  vendor: [
    { host: /(^|\.)clarity\.ms$/, path: /^\/collect/, purpose: 'ingest' },
    { host: /^www\.clarity\.ms$/, path: /^\/tag\//, purpose: 'asset' },
    { host: /^(www|scripts)\.clarity\.ms$/, path: /\.js(\?|$)/, purpose: 'asset' },
    { host: /(^|\.)clarity\.ms$/, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [],
  whereKnown: [{ path: /\/collect(\?|$)/, purpose: 'ingest' }],
  cookies: [/^_clck$/, /^_clsk$/],
  storage: [/^_cltk$/, /^_clck$/, /^_clsk$/],
};
