import type { Json } from '../json';
import { at, firstText, type GlobalsReader, get, keysOf } from '../read-page';

/** The agent is often there without Session Replay: its own settings tell. */
export const readGlobals: GlobalsReader = (page): Json => {
  const root = get(page, 'NREUM') ?? get(page, 'newrelic');
  if (typeof root !== 'object' || root === null) return null;
  const agents = get(root, 'initializedAgents');
  const agent = get(agents, keysOf(agents, 1)[0] ?? '');
  const settings = at(agent, 'init', 'session_replay') ?? at(root, 'init', 'session_replay');
  const enabled = get(settings, 'enabled');
  const mode = at(agent, 'features', 'session_replay', 'featAggregate', 'mode');
  return {
    version: firstText(at(agent, 'runtime', 'version')),
    enabled: typeof enabled === 'boolean' ? enabled : null,
    // 0 off, 1 full, 2 kept back until an error happens
    mode: typeof mode === 'number' ? mode : null,
  };
};
