import { message } from '../../core/message';
import type { Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, plain, unread } from './judgements';
import type { OpenreplayOptions } from './options';
import type { Place } from './place';
import { asAttribute } from './values';

/** What becomes of an attribute (`Observer.sendNodeAttribute`): masks do not cover any. */
export function attribute(place: Place, options: OpenreplayOptions, name: string): Judgement {
  if (name === 'value') return asAttribute(place);
  if (place.isSvg) return svgAttribute(place, options, name);
  const tag = place.view?.tag ?? '';
  if (tag === 'img' && (name === 'src' || name === 'srcset')) return picture(place, options, name);
  if (DROPPED.has(name) || name.startsWith('on')) return dropped(name);
  if (name === 'href') return address(place, options);
  if (options.privateMode && (name === 'alt' || name === 'placeholder')) {
    return masked(message('recorder.because.openreplay.attributeMasked', name));
  }
  return asWritten(place, name);
}

const DROPPED: ReadonlySet<string> = new Set(
  'src srcset integrity crossorigin autocomplete'.split(' '),
);

/** In SVG all is kept but the address of a sprite, which gives way to the sprite. */
function svgAttribute(place: Place, { sprites }: OpenreplayOptions, name: string): Judgement {
  const isSprite = place.view?.tag === 'use' && /^(xlink:)?href$/.test(name);
  return isSprite && sprites ? dropped(name) : asWritten(place, name);
}

/** Links of a page lose their address; style sheets need theirs, unless their text is sent. */
function address(place: Place, { inlineCss }: OpenreplayOptions): Judgement {
  const { view } = place;
  if (view?.tag !== 'link') return dropped('href');
  const isInlined = inlineCss && view.attribute('rel')?.toLowerCase() === 'stylesheet';
  return isInlined ? dropped('href') : asWritten(place, 'href');
}

/** A picture that is masked is shown as a placeholder. */
function picture(place: Place, { domSanitizer }: OpenreplayOptions, name: string): Judgement {
  if (place.level > 0) return masked(message('recorder.because.openreplay.pictureMasked'));
  if (domSanitizer) return unread('domSanitizer');
  return plain(message('recorder.because.openreplay.attributePlain', name), fixes.obscure());
}

const asWritten = (place: Place, name: string): Judgement =>
  plain(message('recorder.because.openreplay.attributePlain', name), fixes.hideAround(place, name));

const dropped = (name: string): Judgement =>
  absent(message('recorder.because.openreplay.attributeDropped', name));
