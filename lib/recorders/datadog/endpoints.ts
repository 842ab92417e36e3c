import { ANY, type EndpointRules } from '../endpoint-rules';

/** Datadog's intake, also behind a proxy that carries the real address in `ddforward`. */
export const endpoints: EndpointRules = {
  hosts: [
    'browser-intake-datadoghq.com',
    'browser-intake-us3-datadoghq.com',
    'browser-intake-us5-datadoghq.com',
    'browser-intake-ap1-datadoghq.com',
    'browser-intake-ap2-datadoghq.com',
    'browser-intake-datadoghq.eu',
    'browser-intake-ddog-gov.com',
    'datadoghq.com',
    'datadoghq.eu',
  ],
  vendor: [
    {
      host: /^www\.datadoghq-browser-agent\.com$/,
      path: /datadog-(rum|recorder)|\/chunks\/.*Recorder/i,
      purpose: 'asset',
    },
    {
      host: /(^|\.)browser-intake-[\w-]+\.(com|eu)$/,
      path: /^\/api\/v2\/replay/,
      purpose: 'ingest',
    },
    { host: /(^|\.)browser-intake-[\w-]+\.(com|eu)$/, path: ANY, purpose: 'analytics' },
    { host: /^session-replay-[\w.-]*\.datadoghq\.(com|eu)$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [
    { path: /[?&]ddforward=(%2F|\/)api(%2F|\/)v2(%2F|\/)replay/i, purpose: 'ingest' },
    { path: /[?&]ddforward=(%2F|\/)api(%2F|\/)v2(%2F|\/)/i, purpose: 'analytics' },
    { path: /\/(datadog-rum(-v\d+)?|[\w.-]*datadogRecorder[\w.-]*)\.js(\?|$)/, purpose: 'asset' },
  ],
  whereKnown: [{ path: /\/api\/v2\/replay(\?|$)/, purpose: 'ingest' }],
  cookies: [/^_dd_s(_v\d+)?$/],
  storage: [/^_dd_(s|tab_id|c_)/, /^_dd_s(_v\d+)?$/],
};
