import { isObject, isUndefinedMark } from '../json';
import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import { DEFAULT_OPTIONS, OWN_BLOCK, OWN_MASK } from './defaults';

/**
 * The options in effect, as the agent's setters merge them (`common/config/init.js` of the browser
 * agent 1.322): a selector is added to its own, an empty one leaves its own alone, passwords stay
 * masked, and kinds of fields that it does not know are dropped. Options that are in effect already
 * come out with the same meaning.
 *
 * @param given `init.session_replay`, or a whole init object that holds it.
 */
export function effectiveOptions(
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const init = isObject(given.init) ? given.init : given;
  const replay = isObject(init.session_replay) ? init.session_replay : init;
  const of = (name: string): unknown => {
    const value = Object.hasOwn(replay, name) ? replay[name] : undefined;
    return isUndefinedMark(value) ? undefined : value;
  };
  const maskAll = of('mask_all_inputs');
  return {
    mask_all_inputs: maskAll === undefined ? DEFAULT_OPTIONS.mask_all_inputs : maskAll,
    mask_text_selector: textSelector(of('mask_text_selector')),
    block_selector: blockSelector(of('block_selector')),
    mask_input_options: inputOptions(of('mask_input_options')),
    ...Object.fromEntries(
      BESIDE.filter((name) => isObject(init[name])).map((name) => [name, init[name]]),
    ),
    ...(init.obfuscate && !isUndefinedMark(init.obfuscate) ? { obfuscate: init.obfuscate } : {}),
  };
}

/** Options of the agent's other features, which say what is sent beside a recording. */
const BESIDE = ['user_actions', 'ajax', 'logging'] as const;

/** What is no selector at all is refused, and all text stays masked. */
function textSelector(given: unknown): string {
  if (given === '' || given === null) return OWN_MASK;
  if (typeof given !== 'string' || given === '*') return DEFAULT_OPTIONS.mask_text_selector;
  return has(given, OWN_MASK) ? given : `${given},${OWN_MASK}`;
}

function blockSelector(given: unknown): string {
  if (typeof given !== 'string' || given === '') return OWN_BLOCK;
  return has(given, OWN_BLOCK) ? given : `${OWN_BLOCK},${given}`;
}

const has = (selector: string, own: string): boolean =>
  selector.split(',').some((part) => part.trim() === own);

function inputOptions(given: unknown): Readonly<Record<string, boolean>> {
  const table = isObject(given) ? given : {};
  const types = Object.keys(MASK_ALL_INPUTS).map((type) => [
    type,
    Object.hasOwn(table, type) && !isUndefinedMark(table[type]) && Boolean(table[type]),
  ]);
  return { ...Object.fromEntries(types), password: true };
}
