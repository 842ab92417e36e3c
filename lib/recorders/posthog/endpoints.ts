import { ANY, type EndpointRules, type PathRule } from '../endpoint-rules';

const CONFIG: PathRule = {
  path: /\/array\/[\w-]{1,100}\/config(\.js)?(\?|$)/,
  purpose: 'config',
};

const PATHS: readonly PathRule[] = [
  CONFIG,
  { path: /\/s\/?(\?|$)/, purpose: 'ingest' },
  { path: /\/(flags|decide)\/?(\?|$)/, purpose: 'config' },
  { path: /\/(i\/v0\/)?e\/?(\?|$)/, purpose: 'analytics' },
  { path: /\/(batch|capture|engage|track)\/?(\?|$)/, purpose: 'analytics' },
  {
    path: /\/static\/([\w.-]+\/)?(array|recorder|posthog-recorder|lazy-recorder|surveys|exception-autocapture|web-vitals|dead-clicks-autocapture|toolbar)[\w.-]*\.js(\?|$)/,
    purpose: 'asset',
  },
];

const CLOUD = /^((us|eu)(-assets)?\.i\.posthog\.com|(app|us|eu)\.posthog\.com)$/;

/** PostHog Cloud, and the same paths behind a reverse proxy or a self-hosted service. */
export const endpoints: EndpointRules = {
  hosts: ['i.posthog.com', 'app.posthog.com', 'us.posthog.com', 'eu.posthog.com'],
  vendor: [
    ...PATHS.map((rule) => ({ ...rule, host: CLOUD })),
    { host: /^(us|eu)-assets\.i\.posthog\.com$/, path: ANY, purpose: 'asset' },
    { host: CLOUD, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [
    { path: /\/array\/phc_\w{1,100}\/config(\.js)?(\?|$)/, purpose: 'config' },
    { path: /\/array\/phc_\w{1,100}\/[\w.-]+\.js(\?|$)/, purpose: 'asset' },
    { path: /\/(lazy-recorder|posthog-recorder)\.js(\?|$)/, purpose: 'asset' },
    { path: /\/posthog-js(@[\w.-]+)?\/.*\.m?js(\?|$)/, purpose: 'asset' },
  ],
  whereKnown: PATHS,
  cookies: [/^ph_.{1,200}_posthog$/, /^__ph_opt_in_out_/],
  storage: [
    /^ph_.{1,200}_(posthog|window_id|primary_window_exists|session_registered_properties)/,
    /^__ph_opt_in_out_/,
  ],
};
