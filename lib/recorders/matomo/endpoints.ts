import type { EndpointRules } from '../endpoint-rules';

/** Where Matomo talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: [],
  vendor: [],
  anywhere: [
    { path: /plugins\/HeatmapSessionRecording\/(configs\.php|tracker.*\.js)/, purpose: 'asset' },
    { path: /[?&]hsr_(vid|ev)=/, purpose: 'ingest' },
  ],
  whereKnown: [],
  cookies: [],
  storage: [],
};
