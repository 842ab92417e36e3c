import type { Json } from '../json';
import { addressesIn, ask, at, type GlobalsReader, get, shareIn, versionIn } from '../read-page';
import { readOptions } from './read-options';

/** The SDK alone reports errors; only its Replay integration records. */
export const readGlobals: GlobalsReader = (page): Json => {
  const carrier = get(page, '__SENTRY__');
  if (typeof carrier !== 'object' || carrier === null) return null;
  const version = versionIn(get(carrier, 'version'));
  const own = version === null ? carrier : (get(carrier, version) ?? carrier);
  const client =
    at(own, 'defaultCurrentScope', '_client') ??
    at(own, 'stack', '_stack', '0', 'scope', '_client') ??
    at(own, 'stack', '_stack', '0', 'client');
  const integrations = get(client, '_integrations');
  const replay = at(integrations, 'Replay', '_replay');
  const enabled = ask(replay, 'isEnabled');
  return {
    version,
    client: typeof client === 'object' && client !== null,
    replay: typeof replay === 'object' && replay !== null,
    options: readOptions(get(integrations, 'Replay'), page),
    breadcrumbs: typeof get(integrations, 'Breadcrumbs') === 'object',
    // docs.sentry.io/platforms/javascript/session-replay/#sampling
    rate: shareIn(
      at(client, '_options', 'replaysSessionSampleRate') ??
        at(replay, '_options', 'sessionSampleRate'),
      1,
    ),
    enabled: typeof enabled === 'boolean' ? enabled : null,
    addresses: addressesIn(at(client, '_options', 'tunnel'), at(client, '_options', 'dsn')),
  };
};
