import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Hotjar talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['hotjar.com', 'hotjar.io'],
  vendor: [
    { host: /^static\.hotjar\.com$/, path: /^\/c\/hotjar-\d+\.js/, purpose: 'asset' },
    { host: /^script\.hotjar\.com$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)(ws\d*|in|content|vc)\.hotjar\.(com|io)$/, path: ANY, purpose: 'ingest' },
    { host: /(^|\.)hotjar\.(com|io)$/, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_hj(Session|SessionUser)_\d+$/],
  storage: [/^_?hj/],
};
