import { message } from '../../core/message';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import { absent, attributePlain, plain, unknown } from './judgements';
import type { Place } from './place';

/**
 * An iframe's `src` is dropped where the recorder can read the frame's document, and kept under
 * another name where it can't. The address alone tells only for some.
 */
export function src(place: Place, dialect: Dialect, attribute: string): Judgement {
  const { view } = place;
  if (view?.tag !== 'iframe' || (attribute || 'src') !== 'src') {
    return attributePlain(place, dialect, attribute || 'src');
  }
  const address = view.attribute('src') ?? '';
  const sandbox = view.attribute('sandbox');
  const opaque = sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox);
  if (opaque || /^\s*data:/i.test(address)) return attributePlain(place, dialect, 'src');
  const relative = !/^\s*([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address);
  return relative && !dialect.options.keepIframeSrcFn
    ? absent(message('recorder.because.frameAddressDropped', dialect.name))
    : unknown(message('recorder.because.frameAddress', dialect.name), fixes.block(dialect));
}

/** A style sheet's address gives way to its text where that can be read. */
export function href(place: Place, dialect: Dialect): Judgement {
  const { view } = place;
  const sheet = view?.tag === 'link' && /(^|\s)stylesheet(\s|$)/i.test(view.attribute('rel') ?? '');
  return sheet && dialect.options.inlineStylesheet
    ? unknown(message('recorder.because.sheetAddress', dialect.name), null)
    : attributePlain(place, dialect, 'href');
}

export function pageUrl(dialect: Dialect, parameter: string): Judgement {
  const own = dialect.pageUrl(parameter || undefined);
  if (own) return { ...own, fix: null };
  return plain(message('recorder.because.pageUrl', dialect.name), fixes.pageUrl(dialect));
}
