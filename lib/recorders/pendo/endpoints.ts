import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Pendo talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['pendo.io'],
  vendor: [
    {
      host: /^(cdn|pendo-static-\d+)\.(pendo\.io|storage\.googleapis\.com)$/,
      path: ANY,
      purpose: 'asset',
    },
    {
      host: /^(app|data)(\.[a-z]{2})?\.pendo\.io$/,
      path: /\/(data|replay)\//,
      purpose: 'analytics',
    },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [],
  storage: [/^_pendo_/],
};
