import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Dynatrace talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['dynatrace.com'],
  vendor: [
    { host: /^js-cdn\.dynatrace\.com$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)bf-\w+\.dynatrace\.com$/, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [
    { path: /\/ruxitagentjs_\w+\.js/, purpose: 'asset' },
    { path: /[?&]type=sr(&|$)/, purpose: 'ingest' },
  ],
  whereKnown: [],
  cookies: [/^(dtCookie|dtSa|dtPC|rxVisitor|rxvt)$/],
  storage: [],
};
