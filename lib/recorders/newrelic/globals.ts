import type { Json } from '../json';
import { at, firstText, type GlobalsReader, get, keysOf, toJson } from '../read-page';

/** Options that decide about capture. */
const OPTIONS = [
  'mask_all_inputs',
  'mask_text_selector',
  'block_selector',
  'mask_input_options',
] as const;

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
      ? toJson(Object.fromEntries(OPTIONS.map((name) => [name, get(settings, name)])))
      : null,
    version: firstText(at(agent, 'runtime', 'version')),
    enabled: typeof enabled === 'boolean' ? enabled : null,
    // 0 off, 1 full, 2 kept back until an error happens
    mode: typeof mode === 'number' ? mode : null,
  };
};
