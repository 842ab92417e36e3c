import { isObject } from '../json';
import { DEFAULT_OPTIONS } from './defaults';

/** What New Relic keeps whatever it is given: its own selectors stay, and passwords are masked. */
const OWN_BLOCK = '[data-nr-block]';
const OWN_MASK = '[data-nr-mask]';

/**
 * The options in effect, as the agent's setters merge them (`common/config/init.js` of the browser
 * agent 1.322): a selector is added to its own, an empty one leaves its own alone, passwords stay
 * masked.
 *
 * @param given `init.session_replay`, or a whole init object that holds it.
 */
export function effectiveOptions(
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const init = isObject(given.init) ? given.init : given;
  const replay = isObject(init.session_replay) ? init.session_replay : init;
  return {
    mask_all_inputs: replay.mask_all_inputs ?? DEFAULT_OPTIONS.mask_all_inputs,
    mask_text_selector: textSelector(replay.mask_text_selector),
    block_selector: blockSelector(replay.block_selector),
    mask_input_options: {
      ...(isObject(replay.mask_input_options) ? replay.mask_input_options : {}),
      password: true,
    },
  };
}

function textSelector(given: unknown): unknown {
  if (given === undefined || given === DEFAULT_OPTIONS.mask_text_selector) {
    return DEFAULT_OPTIONS.mask_text_selector;
  }
  if (given === '' || given === null) return OWN_MASK;
  return typeof given === 'string' ? `${given},${OWN_MASK}` : given;
}

function blockSelector(given: unknown): unknown {
  return typeof given === 'string' && given !== '' && given !== OWN_BLOCK
    ? `${OWN_BLOCK},${given}`
    : OWN_BLOCK;
}
