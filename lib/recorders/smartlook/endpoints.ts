import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Smartlook talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['smartlook.com', 'smartlook.cloud'],
  vendor: [
    { host: /^(web-sdk|rec)\.smartlook\.com$/, path: /recorder.*\.js/, purpose: 'asset' },
    {
      host: /(^|\.)(smartlook\.com|smartlook\.cloud|eu\.smartlook\.cloud)$/,
      path: ANY,
      purpose: 'ingest',
    },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^SL_C_/],
  storage: [/^SL_/],
};
