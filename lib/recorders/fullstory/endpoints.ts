import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where FullStory talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['rs.fullstory.com', 'rs.eu1.fullstory.com'],
  vendor: [
    { host: /^(edge|www)\.fullstory\.com$/, path: /^\/s\/fs\.js/, purpose: 'asset' },
    { host: /^rs(\.eu1)?\.fullstory\.com$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^fs_(uid|lua)$/],
  storage: [/^_fs_/],
};
