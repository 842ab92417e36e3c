import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Statsig talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  // Not its other hosts: the site's feature flags come from there.
  hosts: ['statsigapi.net', 'statsig.com'],
  vendor: [
    {
      host: /^(api|featureassets|prodregistryv2|events)\.(statsigapi\.net|statsig\.com|org)$/,
      path: ANY,
      purpose: 'analytics',
    },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [],
  storage: [/^statsig\./],
};
