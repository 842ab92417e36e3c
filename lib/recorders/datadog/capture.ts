import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { AskedValue, Judgement } from '../contract';
import { clickedText, consoleText, pageUrl, resourceUrl } from './beside';
import * as fixes from './fixes';
import { absent, masked, NAME, plain } from './judgements';
import { isMaskable, masksAttribute } from './masking';
import type { DatadogOptions } from './options';
import type { Place } from './place';
import { text } from './text';
import { optionValue, value, valueAttribute } from './values';

/** What becomes of one value at a place of the page. */
export function capture(
  place: Place,
  options: DatadogOptions,
  channel: Channel,
  attribute = '',
  asked?: AskedValue,
): Judgement {
  if (channel === 'page-url') return pageUrl(options);
  if (channel === 'console') return consoleText(options, attribute);
  if (channel === 'resource-url') return resourceUrl(options, attribute);
  if (place.beyond === 'frame') return absent(message('recorder.because.datadog.frame'));
  if (place.beyond) return absent(message('recorder.because.closedRoot', NAME));
  if (channel === 'clicked-text') return clickedText(place, options);
  return leftOut(place) ?? recorded(place, options, channel, attribute, asked);
}

function leftOut({ level, sealed }: Place): Judgement | null {
  if (level === 'ignore') return absent(message('recorder.because.datadog.ignored'));
  if (level !== 'hidden') return null;
  const because = sealed ? 'hiddenAbove' : 'hidden';
  return absent(message(`recorder.because.datadog.${because}`));
}

function recorded(
  place: Place,
  options: DatadogOptions,
  channel: Channel,
  attribute: string,
  asked: AskedValue | undefined,
): Judgement {
  switch (channel) {
    case 'text':
      return text(place, options, place.view?.tag ?? '', asked);
    case 'option-text':
      return text(place, options, 'option', asked);
    case 'document-title':
      return text(place, options, 'title', asked);
    case 'value':
    case 'file-name':
      return value(place);
    case 'value-attribute':
      return valueAttribute(place);
    case 'option-value':
      return optionValue(place, options);
    case 'comment':
      return absent(message('recorder.because.datadog.comment'));
    case 'meta':
      return attributeAt(place, options, 'content');
    case 'label-attribute':
      return attributeAt(place, options, 'label');
    case 'aria':
    case 'data':
      return attributeAt(place, options, attribute || `${channel}-*`);
    default:
      return attributeAt(place, options, attribute || channel);
  }
}

function attributeAt(place: Place, options: DatadogOptions, name: string): Judgement {
  // Which one of many is not said, and some are not masked.
  const some = name === 'aria-*' || name === 'data-*';
  if (!some && masksAttribute(place, name, options)) {
    return masked(message('recorder.because.datadog.attributeMasked', name, place.level));
  }
  const because = message('recorder.because.datadog.attributePlain', name, place.level);
  const mends = !some && isMaskable(place, name, options);
  return plain(because, mends ? fixes.mask() : fixes.hide(place, name));
}
