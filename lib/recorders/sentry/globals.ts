import type { Json } from '../json';
import { ask, at, firstText, type GlobalsReader, get } from '../read-page';

/** The SDK alone reports errors; only its Replay integration records. */
export const readGlobals: GlobalsReader = (page): Json => {
  const carrier = get(page, '__SENTRY__');
  if (typeof carrier !== 'object' || carrier === null) return null;
  const version = firstText(get(carrier, 'version'));
  const own = version === null ? carrier : (get(carrier, version) ?? carrier);
  const client =
    at(own, 'defaultCurrentScope', '_client') ??
    at(own, 'stack', '_stack', '0', 'scope', '_client') ??
    at(own, 'stack', '_stack', '0', 'client');
  const replay = at(client, '_integrations', 'Replay', '_replay');
  const enabled = ask(replay, 'isEnabled');
  return {
    version,
    client: typeof client === 'object' && client !== null,
    replay: typeof replay === 'object' && replay !== null,
    enabled: typeof enabled === 'boolean' ? enabled : null,
  };
};
