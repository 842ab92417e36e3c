import type { EndpointRules } from '../endpoint-rules';

/** rrweb is a library: where its events go is the site's own affair, so only its script is known. */
export const endpoints: EndpointRules = {
  hosts: [],
  vendor: [],
  anywhere: [
    {
      // rrweb.min.js, rrweb.umd.min.cjs, rrweb-record.min.js, /npm/rrweb@2.2.2/…, @rrweb/record
      path: /\/(@rrweb\/(record|all)|rrweb)(@[\w.-]+)?\/[^?]*\.[cm]?js(\?|$)|\/rrweb(-all|-record)?(\.umd)?(\.min)?\.[cm]?js(\?|$)/,
      purpose: 'asset',
    },
  ],
  whereKnown: [],
  cookies: [],
  storage: [],
};
