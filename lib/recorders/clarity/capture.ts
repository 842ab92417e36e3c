import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import { ATTRIBUTE_NAMES } from '../attribute-names';
import type { AskedValue, Judgement } from '../contract';
import { attribute } from './attributes';
import { clickedText, consoleText, pageUrl, resourceUrl } from './beside';
import { absent, masked, NAME, unknown } from './judgements';
import { isChoice } from './level';
import type { ClarityOptions } from './options';
import type { Place } from './place';
import { byPrivacy, documentTitle, text } from './text';

/** What becomes of one value at a place of the page. */
export function capture(
  place: Place,
  options: ClarityOptions,
  channel: Channel,
  name = '',
  asked?: AskedValue,
): Judgement {
  if (channel === 'page-url') return pageUrl(options, name);
  if (channel === 'console') return consoleText();
  if (channel === 'resource-url') return resourceUrl();
  return bordered(place, inPage(place, options, channel, name, asked));
}

function inPage(
  place: Place,
  options: ClarityOptions,
  channel: Channel,
  name: string,
  asked: AskedValue | undefined,
): Judgement {
  switch (channel) {
    case 'document-title':
      return place.isSvg ? text(place, options, asked) : documentTitle();
    case 'text':
    case 'option-text':
      return text(place, options, asked);
    case 'value':
    case 'file-name':
      return value(place, asked);
    case 'clicked-text':
      return clickedText(place, asked);
    case 'comment':
      return absent(message('recorder.because.clarity.comment'));
    default:
      return isEmpty(place, channel)
        ? absent(message('recorder.because.noValue', NAME))
        : attribute(place, name || (ATTRIBUTE_NAMES[channel] ?? channel), asked);
  }
}

/** What is typed is covered always; labels of buttons and values of choices are like text. */
function value(place: Place, asked: AskedValue | undefined): Judgement {
  const isTyped = !place.view || !isChoice(place.view);
  return isTyped ? masked(message('recorder.because.clarity.typed')) : byPrivacy(place, asked);
}

const isEmpty = ({ view }: Place, channel: Channel): boolean =>
  (channel === 'value-attribute' || channel === 'option-value') && view?.attribute('value') === '';

/** A closed root is seen where it was made late; selectors reach into a frame once that has changed. */
function bordered({ isClosed, mayBeOpened }: Place, judgement: Judgement): Judgement {
  const isPlain = judgement.capture === 'plain';
  if (isClosed) {
    const because = message('recorder.because.clarity.closedRoot');
    return isPlain ? unknown(because) : absent(because);
  }
  const isCovered = judgement.capture === 'masked';
  return mayBeOpened && isCovered
    ? unknown(message('recorder.because.clarity.frameUnmask'))
    : judgement;
}
