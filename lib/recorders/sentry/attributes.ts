import { message } from '../../core/message';
import type { Judgement } from '../contract';
import { recorderName } from '../names';
import { isAttributeMasked, isUnmasked, NEVER_MASKED } from './attribute-masks';
import * as fixes from './fixes';
import { absent, masked, plain, unknown, unread } from './judgements';
import type { SentryOptions } from './options';
import type { Place } from './place';

/** An attribute by its name: what is in `maskAttributes` is masked, unless the element itself is unmasked. */
export function attributeOf(place: Place, options: SentryOptions, name: string): Judgement {
  const { view } = place;
  if (NEVER_MASKED.has(name)) {
    return plain(
      message('recorder.because.sentry.addressPlain', name),
      fixes.attribute(place, options, name),
    );
  }
  switch (view && isAttributeMasked(view, name, options)) {
    case true:
      return masked(message('recorder.because.sentry.attributeMasked', name));
    case null:
      return unread('maskAttributes');
    default: {
      const opened = view !== null && isUnmasked(view, options) === true;
      const because = opened
        ? message('recorder.because.sentry.attributeUnmasked', name)
        : message('recorder.because.attributePlain', NAME, name);
      return plain(because, fixes.attribute(place, options, name));
    }
  }
}

const NAME = recorderName('sentry');

/** The address of a frame is kept only where the frame can't be read. */
export function src(place: Place, options: SentryOptions): Judgement {
  const { view } = place;
  if (view?.tag !== 'iframe') return attributeOf(place, options, 'src');
  const address = view.attribute('src') ?? '';
  const sandbox = view.attribute('sandbox');
  const opaque = sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox);
  if (view.attribute('srcdoc') === null && (opaque || /^\s*data:/i.test(address))) {
    return attributeOf(place, options, 'src');
  }
  const relative = !/^\s*([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address);
  return relative && !opaque
    ? absent(message('recorder.because.frameAddressDropped', NAME))
    : unknown(
        message('recorder.because.frameAddress', NAME),
        fixes.attribute(place, options, 'src'),
      );
}

/** A style sheet's address gives way to its text where that can be read. */
export function href(place: Place, options: SentryOptions): Judgement {
  const { view } = place;
  const sheet = view?.tag === 'link' && /(^|\s)stylesheet(\s|$)/i.test(view.attribute('rel') ?? '');
  return sheet
    ? unknown(message('recorder.because.sheetAddress', NAME), null)
    : attributeOf(place, options, 'href');
}
