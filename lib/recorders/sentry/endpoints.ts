import type { EndpointRules } from '../endpoint-rules';

/**
 * Replay and errors share one address, so an envelope is `ingest` wherever Replay is known to be
 * there, and the vendor's other traffic where it is not.
 */
export const endpoints: EndpointRules = {
  hosts: ['sentry.io'],
  vendor: [
    {
      host: /^browser\.sentry-cdn\.com$/,
      path: /\/(bundle\.[\w.]*replay|replay)[\w.]*\.js(\?|$)/,
      purpose: 'asset',
    },
  ],
  anywhere: [],
  whereKnown: [
    { path: /\/api\/\d{1,20}\/envelope\/?(\?|$)/, purpose: 'ingest' },
    { path: /\/replay-worker[\w.-]*\.js(\?|$)/, purpose: 'asset' },
  ],
  cookies: [],
  storage: [/^sentryReplaySession$/],
};
