import type { EndpointRules } from '../endpoint-rules';

export const endpoints: EndpointRules = {
  hosts: ['highlight.io', 'highlight.run'],
  vendor: [
    { host: /^(pub|pri)\.highlight\.(io|run)$/, path: /^\//, purpose: 'ingest' },
    { host: /^otel\.highlight\.io$/, path: /^\//, purpose: 'analytics' },
    { host: /^(static|cdn)\.highlight\.(io|run)$/, path: /^\//, purpose: 'asset' },
  ],
  anywhere: [
    { path: /\/highlight\.run(@[\w.-]+)?\/|\/highlight-run[\w.-]*\.js(\?|$)/, purpose: 'asset' },
  ],
  whereKnown: [],
  cookies: [],
  storage: [/^highlight(ID|ClientID|\.|Session)/, /^sessionData_/],
};
