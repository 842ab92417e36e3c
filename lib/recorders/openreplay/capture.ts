import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import { ATTRIBUTE_NAMES } from '../attribute-names';
import type { AskedValue, Judgement } from '../contract';
import { attribute } from './attributes';
import { clickedText, consoleText, documentTitle, pageUrl, resourceUrl } from './beside';
import { absent, NAME } from './judgements';
import type { OpenreplayOptions } from './options';
import type { Place } from './place';
import { text } from './text';
import { value } from './values';

/** What becomes of one value at a place of the page. */
export function capture(
  place: Place,
  options: OpenreplayOptions,
  channel: Channel,
  name = '',
  asked?: AskedValue,
): Judgement {
  if (channel === 'page-url') return pageUrl();
  if (channel === 'console') return consoleText(options, name);
  if (channel === 'resource-url') return resourceUrl(options);
  if (channel === 'document-title' && isShown(place)) return documentTitle(place, options);
  if (place.unseen) return absent(UNSEEN[place.unseen]);
  if (channel === 'clicked-text') return clickedText(place, options, asked);
  if (channel === 'value' || channel === 'file-name') {
    return channel === 'value'
      ? value(place, options, asked)
      : absent(message('recorder.because.openreplay.valueDropped', 'file'));
  }
  // The element itself is there as a box, with its attributes; what is in it is not.
  const isPicture = channel === 'src' && place.view?.tag === 'img';
  if (place.hiddenAbove && !isPicture) return absent(UNSEEN.hidden);
  switch (channel) {
    case 'text':
    case 'option-text':
      return text(place, options, asked);
    case 'comment':
      return absent(message('recorder.because.openreplay.comment'));
    default:
      return attribute(place, options, name || (ATTRIBUTE_NAMES[channel] ?? channel));
  }
}

const UNSEEN = {
  ignored: message('recorder.because.openreplay.ignored'),
  frame: message('recorder.because.openreplay.frame'),
  'closed-root': message('recorder.because.closedRoot', NAME),
  hidden: message('recorder.because.openreplay.hidden'),
} as const;

/** The title element is passed over, and its text is sent as the title of the page. */
const isShown = ({ unseen }: Place): boolean => unseen === null || unseen === 'ignored';
