import type { EndpointRules } from '../endpoint-rules';

/** Amplitude Session Replay; its analytics SDK by itself records nothing. */
export const endpoints: EndpointRules = {
  hosts: ['amplitude.com'],
  vendor: [
    {
      host: /^api-sr(\.eu)?\.amplitude\.com$/,
      path: /^\/sessions\/v2\/track/,
      purpose: 'ingest',
    },
    { host: /^sr-client-cfg(\.eu)?\.amplitude\.com$/, path: /^\//, purpose: 'config' },
    { host: /^cdn\.amplitude\.com$/, path: /session-replay/, purpose: 'asset' },
    { host: /^(api2|api|api\.eu)\.amplitude\.com$/, path: /^\//, purpose: 'analytics' },
  ],
  anywhere: [{ path: /\/sessions\/v2\/track(\?|$)/, purpose: 'ingest' }],
  whereKnown: [],
  cookies: [],
  storage: [/^AMP_SR_/, /^amp_session_replay/],
};
