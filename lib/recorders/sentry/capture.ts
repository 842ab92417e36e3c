import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import { unknown } from '../judgements';
import { recorderName } from '../names';
import { attributeOf, href, src } from './attributes';
import * as fixes from './fixes';
import { absent, plain, unread } from './judgements';
import type { SentryOptions } from './options';
import type { Place } from './place';
import { clickedText, documentTitle, text } from './text';
import { value, valueAttribute } from './values';

const NAME = recorderName('sentry');

/** What becomes of one value at a place of the page. */
export function capture(
  place: Place,
  options: SentryOptions,
  channel: Channel,
  attribute = '',
): Judgement {
  switch (channel) {
    case 'page-url':
      return plain(message('recorder.because.pageUrl', NAME), fixes.pageUrl());
    case 'console':
      return consoleText(options);
    case 'resource-url':
      return resourceUrl(options);
    default:
      return leftOut(place, channel) ?? byChannel(place, options, channel, attribute);
  }
}

function byChannel(
  place: Place,
  options: SentryOptions,
  channel: Channel,
  attribute: string,
): Judgement {
  switch (channel) {
    case 'text':
    case 'option-text':
      return text(place, options);
    case 'document-title':
      return documentTitle(place, options);
    case 'clicked-text':
      return clickedText(place, options);
    case 'value':
    case 'file-name':
      return value(place, options);
    case 'value-attribute':
    case 'option-value':
      return valueAttribute(place, options);
    case 'comment':
      return absent(message('recorder.because.sentry.left'));
    case 'src':
      return src(place, options);
    case 'href':
      return href(place, options);
    case 'meta':
      return attributeOf(place, options, 'content');
    case 'label-attribute':
      return attributeOf(place, options, 'label');
    case 'aria':
    case 'data':
      return attributeOf(place, options, attribute || `${channel}-*`);
    default:
      return attributeOf(place, options, attribute || channel);
  }
}

/** What a snapshot never holds: closed roots, descriptions of the page, what is blocked. */
function leftOut(place: Place, channel: Channel): Judgement | null {
  if (place.closed) return absent(message('recorder.because.closedRoot', NAME));
  if (place.hostBlocked && (place.inRoot || place.blockedHere === false)) {
    return unknown(message('recorder.because.blockedHost', NAME, place.blockedBy));
  }
  if (place.blockedAbove === true) {
    return absent(message('recorder.because.blockedAbove', NAME, place.blockedBy));
  }
  if (place.blockedHere === true && channel !== 'class') {
    return absent(message('recorder.because.blocked', NAME, place.blockedBy));
  }
  if (place.leftOut && !place.blockedHere) return absent(message('recorder.because.sentry.left'));
  const isUnsure = place.blockedAbove === null || place.blockedHere === null;
  return isUnsure ? unread(place.blockedBy) : null;
}

function consoleText(options: SentryOptions): Judgement {
  if (!options.breadcrumbs) return absent(message('recorder.because.sentry.consoleOff'));
  return options.eventCallback
    ? unread('beforeAddRecordingEvent')
    : plain(message('recorder.because.sentry.console'), fixes.noConsole());
}

const resourceUrl = (options: SentryOptions): Judgement =>
  options.eventCallback
    ? unread('beforeAddRecordingEvent')
    : plain(message('recorder.because.sentry.resourceUrl'), fixes.noResources());
