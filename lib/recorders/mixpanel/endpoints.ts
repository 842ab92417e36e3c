import type { EndpointRules } from '../endpoint-rules';

const HOST = /^api(-js|-eu|-in)?\.mixpanel\.com$/;

/** Mixpanel's recordings go to `/record/`; the analytics library by itself records nothing. */
export const endpoints: EndpointRules = {
  hosts: ['mixpanel.com'],
  vendor: [
    { host: HOST, path: /^\/record\/?(\?|$)/, purpose: 'ingest' },
    { host: HOST, path: /^\/(settings|decide|flags)\/?(\?|$)/, purpose: 'config' },
    { host: HOST, path: /^\/(track|engage|groups)\/?(\?|$)/, purpose: 'analytics' },
    { host: /^cdn\.mxpnl\.com$/, path: /mixpanel-recorder/, purpose: 'asset' },
  ],
  anywhere: [{ path: /\/mixpanel-recorder(\.min)?\.js(\?|$)/, purpose: 'asset' }],
  whereKnown: [{ path: /\/record\/?(\?|$)/, purpose: 'ingest' }],
  cookies: [],
  storage: [/^__mprec_/, /^mixpanelBrowserDb$/],
};
