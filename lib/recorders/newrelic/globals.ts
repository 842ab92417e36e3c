import type { Json } from '../json';
import { addressesIn, at, type GlobalsReader, get, keysOf, toJson, versionIn } from '../read-page';

/** Options that decide about capture. */
const OPTIONS = [
  'mask_all_inputs',
  'mask_text_selector',
  'block_selector',
  'mask_input_options',
] as const;

/** What is sent beside a recording; the server's word on the console is kept as a number, 0 for off. */
const besideOf = (agent: unknown, init: unknown): Readonly<Record<string, unknown>> => ({
  user_actions: {
    enabled: at(init, 'user_actions', 'enabled'),
    elementAttributes: at(init, 'user_actions', 'elementAttributes'),
  },
  ajax: {
    enabled: at(init, 'ajax', 'enabled'),
    capture_payloads: at(init, 'ajax', 'capture_payloads'),
  },
  logging: {
    enabled: at(init, 'logging', 'enabled'),
    mode: at(agent, 'features', 'logging', 'featAggregate', 'loggingMode', 'auto'),
  },
  obfuscate: at(init, 'obfuscate'),
});

/** The agent is often there without Session Replay: its own settings tell. */
export const readGlobals: GlobalsReader = (page): Json => {
  const root = get(page, 'NREUM') ?? get(page, 'newrelic');
  if (typeof root !== 'object' || root === null) return null;
  const agents = get(root, 'initializedAgents');
  const agent = get(agents, keysOf(agents, 1)[0] ?? '');
  const settings = at(agent, 'init', 'session_replay') ?? at(root, 'init', 'session_replay');
  const enabled = get(settings, 'enabled');
  const mode = at(agent, 'features', 'session_replay', 'featAggregate', 'mode');
  const has = typeof settings === 'object' && settings !== null;
  return {
    options: has
      ? toJson({
          ...Object.fromEntries(OPTIONS.map((name) => [name, get(settings, name)])),
          ...besideOf(agent, at(agent, 'init') ?? at(root, 'init')),
        })
      : null,
    version: versionIn(at(agent, 'runtime', 'version')),
    enabled: typeof enabled === 'boolean' ? enabled : null,
    addresses: addressesIn(
      at(agent, 'init', 'proxy', 'beacon') ?? at(root, 'init', 'proxy', 'beacon'),
      at(agent, 'info', 'beacon') ?? at(root, 'info', 'beacon'),
    ),
    // 0 off, 1 full, 2 kept back until an error happens
    mode: typeof mode === 'number' ? mode : null,
  };
};
