import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import { href, pageUrl, src } from './addresses';
import { afterAttributeOptions } from './attribute-options';
import type { Dialect } from './dialect';
import { documentTitle } from './document-title';
import * as fixes from './fixes';
import { isField } from './inputs';
import { absent, attributePlain, plain } from './judgements';
import { leftOut } from './left-out';
import type { Place } from './place';
import { isSlimMeta } from './slim-dom';
import { text } from './text';
import { placeholder, value, valueAttribute } from './values';

/** What becomes of one value at a place of the page, by the rules of a snapshot. */
export function capture(
  place: Place,
  dialect: Dialect,
  channel: Channel,
  attribute = '',
): Judgement {
  if (channel === 'page-url') return pageUrl(dialect, attribute);
  if (channel === 'console') return dialect.console(attribute);
  if (channel === 'resource-url') return dialect.resourceUrl(attribute);
  return (
    leftOut(place, dialect, channel) ??
    afterAttributeOptions(byChannel(place, dialect, channel, attribute), dialect, channel)
  );
}

function byChannel(place: Place, dialect: Dialect, channel: Channel, attribute: string): Judgement {
  switch (channel) {
    case 'text':
    case 'option-text':
      return text(place, dialect);
    case 'document-title':
      return documentTitle(place, dialect);
    case 'value':
      return value(place, dialect);
    case 'file-name':
      return value(place, dialect);
    case 'value-attribute':
      return valueAttribute(place, dialect);
    case 'option-value':
      return place.view && isField(place.view)
        ? valueAttribute(place, dialect)
        : attributePlain(place, dialect, 'value');
    case 'comment':
      return comment(dialect);
    case 'clicked-text':
      return dialect.clickedText(place.view);
    case 'placeholder':
      return placeholder(place, dialect);
    case 'meta':
      return meta(place, dialect);
    case 'src':
      return src(place, dialect, attribute);
    case 'href':
      return href(place, dialect);
    case 'label-attribute':
      return attributePlain(place, dialect, 'label');
    case 'aria':
    case 'data':
      return attributePlain(place, dialect, attribute || `${channel}-*`);
    default:
      return attributePlain(place, dialect, attribute || channel);
  }
}

function comment(dialect: Dialect): Judgement {
  const { name, options } = dialect;
  return options.slimDom.comment
    ? absent(message('recorder.because.slimDom', name))
    : plain(message('recorder.because.comment', name), fixes.dropComments(dialect));
}

function meta(place: Place, dialect: Dialect): Judgement {
  return isSlimMeta(place, dialect.options.slimDom)
    ? absent(message('recorder.because.slimDom', dialect.name))
    : attributePlain(place, dialect, 'content');
}
