import type { EndpointRules } from '../endpoint-rules';

export const endpoints: EndpointRules = {
  // Not launchdarkly.com as a whole: the site's feature flags come from there.
  hosts: ['observability.app.launchdarkly.com', 'observability.launchdarkly.com'],
  vendor: [
    {
      host: /^pub\.observability\.([\w.-]+\.)?launchdarkly\.com$/,
      path: /^\//,
      purpose: 'ingest',
    },
    {
      host: /^otel\.observability\.([\w.-]+\.)?launchdarkly\.com$/,
      path: /^\//,
      purpose: 'analytics',
    },
  ],
  anywhere: [{ path: /\/@launchdarkly\/session-replay(@[\w.-]+)?\//, purpose: 'asset' }],
  whereKnown: [],
  cookies: [],
  storage: [],
};
