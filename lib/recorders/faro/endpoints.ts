import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Grafana Faro talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['grafana.net'],
  vendor: [{ host: /^faro-collector-[\w-]+\.grafana\.net$/, path: ANY, purpose: 'analytics' }],
  anywhere: [],
  whereKnown: [],
  cookies: [],
  storage: [/^com\.grafana\.faro/],
};
