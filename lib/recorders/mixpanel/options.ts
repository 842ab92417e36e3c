import { isUndefinedMark } from '../json';
import { DEFAULT_OPTIONS } from './defaults';

/** Options of `mixpanel.init` that decide about what is recorded, or sent of a click. */
export const OPTION_NAMES = [
  'record_mask_all_text',
  'record_mask_text_selector',
  'record_mask_text_class',
  'record_unmask_text_selector',
  'record_mask_all_inputs',
  'record_mask_input_selector',
  'record_unmask_input_selector',
  'record_block_class',
  'record_block_selector',
  'record_console',
  'record_network',
  'record_allowed_iframe_origins',
  'autocapture',
] as const;

/**
 * The options in effect: what is given over the defaults, where `undefined` counts as not given. What
 * the server answers to `remote_settings_mode` is set the same way, after the init call.
 */
export function effectiveOptions(
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const options: Record<string, unknown> = { ...DEFAULT_OPTIONS };
  for (const name of OPTION_NAMES) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined && !isUndefinedMark(value)) options[name] = value;
  }
  return options;
}

/** All text is masked, unless that is switched off, or a selector says which text is. */
export const masksAllText = (options: Readonly<Record<string, unknown>>): boolean =>
  options.record_mask_all_text === undefined
    ? options.record_mask_text_selector === undefined
    : Boolean(options.record_mask_all_text);
