import { ANY, type EndpointRules } from '../endpoint-rules';

/** Where Yandex Metrica talks to, and what it leaves in the browser. */
export const endpoints: EndpointRules = {
  hosts: ['mc.yandex.ru', 'mc.yandex.com', 'mc.webvisor.org', 'mc.webvisor.com'],
  vendor: [
    {
      host: /^mc\.(yandex\.(ru|com)|webvisor\.(org|com))$/,
      path: /^\/(metrika\/)?(tag|watch)(_\w+)?\.js/,
      purpose: 'asset',
    },
    {
      host: /^mc\.(yandex\.(ru|com)|webvisor\.(org|com))$/,
      path: /^\/webvisor\//,
      purpose: 'ingest',
    },
    { host: /^mc\.yandex\.(ru|com)$/, path: ANY, purpose: 'analytics' },
  ],
  anywhere: [],
  whereKnown: [],
  cookies: [/^_ym_(uid|d|isad|visorc)/],
  storage: [/^_ym/],
};
