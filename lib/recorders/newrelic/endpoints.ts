import type { EndpointRules } from '../endpoint-rules';

const HOST = /^bam([\w.-]*)\.nr-data\.net$/;

/** New Relic's browser agent; the type of a blob tells a recording from other telemetry. */
export const endpoints: EndpointRules = {
  hosts: ['nr-data.net'],
  vendor: [
    { host: HOST, path: /^\/browser\/blobs\?(.*&)?type=SessionReplay/, purpose: 'ingest' },
    { host: HOST, path: /^\//, purpose: 'analytics' },
    { host: /^js-agent\.newrelic\.com$/, path: /recorder|session_replay/, purpose: 'asset' },
  ],
  anywhere: [{ path: /\/browser\/blobs\?(.*&)?type=SessionReplay/, purpose: 'ingest' }],
  // Query values may have been removed: a blob without its type may be a recording.
  whereKnown: [{ path: /\/browser\/blobs(\?|$)/, purpose: 'ingest' }],
  cookies: [],
  storage: [/^NRBA_SESSION/],
};
