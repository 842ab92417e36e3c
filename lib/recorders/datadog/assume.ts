import type { RecorderState } from '../../protocol/recorders';
import { assumed } from '../detecting';
import { SHARED_DEFAULTS } from './defaults';

/**
 * Datadog RUM as it would run with given options of `DD_RUM.init`. What is not given and differs by
 * version stays open, so that whoever sets a version gets that version's defaults.
 */
export const assume = (options?: Readonly<Record<string, unknown>>): RecorderState =>
  assumed('datadog', SHARED_DEFAULTS, options);
