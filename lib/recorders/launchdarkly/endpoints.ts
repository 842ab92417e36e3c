import type { EndpointRules } from '../endpoint-rules';

export const endpoints: EndpointRules = {
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
