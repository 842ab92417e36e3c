import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Quantum Metric talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['quantummetric.com'],
  vendor: [
    { host: /^cdn\.quantummetric\.com$/, path: ANY, purpose: 'asset' },
    { host: /(^|\.)quantummetric\.com$/, path: ANY, purpose: 'ingest' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^QuantumMetric(SessionID|UserID)$/],
  storage: [],
};
