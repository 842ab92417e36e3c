import { isObject, isUndefinedMark } from '../json';
import { type FamilyOptions, resolveOptions } from '../rrweb/options';
import { FAMILY_DEFAULTS } from './defaults';

/** How much is scrambled: all text, text that looks personal, or what a mask stands on. */
export type Privacy = 'strict' | 'default' | 'none';

/** Options as the recorder of Highlight and LaunchDarkly hands them to its copy of rrweb. */
export interface HighlightOptions {
  readonly family: FamilyOptions;
  /** Null: what is set is none of the three, and nothing can be told. */
  readonly privacy: Privacy | null;
}

/** Names that the page reveals and that decide about capture. */
export const OPTION_NAMES = [
  'privacySetting',
  'maskAllInputs',
  'maskInputOptions',
  'maskTextClass',
  'maskTextSelector',
  'blockClass',
  'blockSelector',
  'ignoreClass',
  'inlineStylesheet',
  'recordCrossOriginIframe',
  'disableSessionRecording',
  'disableConsoleRecording',
  'consoleMethodsToRecord',
] as const;

/**
 * Resolves the vendor's options (`determineMaskInputOptions` and the call of `record`): every
 * setting but `none` masks all inputs, and `none` masks passwords whatever else it is told.
 */
export function resolve(given: Readonly<Record<string, unknown>>): HighlightOptions {
  const of = (name: string): unknown =>
    isUndefinedMark(given[name]) || given[name] === null ? undefined : given[name];
  const privacy = privacyOf(of('privacySetting') ?? 'default');
  const types = of('maskInputOptions');
  const family = resolveOptions(
    {
      blockClass: of('blockClass'),
      blockSelector: of('blockSelector'),
      maskTextClass: of('maskTextClass'),
      maskTextSelector: of('maskTextSelector'),
      ignoreClass: of('ignoreClass'),
      maskAllInputs: privacy !== 'none' || Boolean(of('maskAllInputs')),
      maskInputOptions: { ...(isObject(types) ? types : {}), password: true },
      inlineStylesheet: of('inlineStylesheet') === true,
      recordCrossOriginIframes: of('recordCrossOriginIframe') === true,
    },
    FAMILY_DEFAULTS,
  );
  return { family, privacy };
}

const privacyOf = (setting: unknown): Privacy | null =>
  setting === 'strict' || setting === 'default' || setting === 'none' ? setting : null;
