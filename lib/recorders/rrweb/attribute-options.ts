import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import { masked, unknown } from './judgements';

/** Options that rewrite every attribute, the recorded value included, after all other rules. */
export function afterAttributeOptions(
  judgement: Judgement,
  { name, options }: Dialect,
  channel: Channel,
): Judgement {
  if (NOT_ATTRIBUTES.has(channel) || judgement.capture === 'absent') return judgement;
  if (options.maskAllElementAttributes) {
    return masked(message('recorder.because.allAttributesMasked', name));
  }
  return options.maskAttributeFn
    ? unknown(message('recorder.because.optionUnread', name, 'maskAttributeFn'), null)
    : judgement;
}

const NOT_ATTRIBUTES: ReadonlySet<Channel> = new Set([
  'text',
  'option-text',
  'document-title',
  'comment',
  'page-url',
  'clicked-text',
]);
