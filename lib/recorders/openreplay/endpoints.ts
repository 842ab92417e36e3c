import type { EndpointRules } from '../endpoint-rules';

/** The tracker talks to `<ingest point>/v1/web/…`; the ingest point is the site's choice. */
export const endpoints: EndpointRules = {
  hosts: ['openreplay.com'],
  vendor: [
    { host: /^static\.openreplay\.com$/, path: /\.js(\?|$)/, purpose: 'asset' },
    { host: /(^|\.)openreplay\.com$/, path: /\/v1\/web\/(i|images)(\?|$)/, purpose: 'ingest' },
    { host: /(^|\.)openreplay\.com$/, path: /\/v1\/web\//, purpose: 'config' },
  ],
  anywhere: [
    { path: /\/v1\/web\/(i|images)(\?|$)/, purpose: 'ingest' },
    { path: /\/v1\/web\/(start|not-started|tags|feature-flags)(\?|$)/, purpose: 'config' },
  ],
  whereKnown: [],
  cookies: [],
  storage: [/^__openreplay_/, /^__OPENREPLAY_/],
};
