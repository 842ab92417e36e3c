import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, plain, unknown } from './judgements';
import { FIELDS, UNREAD } from './level';
import type { Place } from './place';
import { byPrivacy } from './text';

/** What becomes of an attribute (`scrub.text`, by the name of the attribute and the privacy here). */
export function attribute(place: Place, name: string, asked: AskedValue | undefined): Judgement {
  const tag = place.isSvg ? '' : (place.view?.tag ?? '');
  if (tag === 'meta') return meta(place, name);
  if (tag === 'base' && name === 'href') return base(asked);
  if (place.isIgnored || UNREAD.has(name)) {
    return absent(message('recorder.because.clarity.attributeDropped', name));
  }
  if (name === 'value') return byPrivacy(place, asked);
  if (name === 'placeholder') return placeholder(place, asked);
  if (name.startsWith('data-')) return data(place, name);
  if (ADDRESSES.has(name) && !(tag === 'link' && name === 'href')) return address(place, name);
  return plain(
    message('recorder.because.clarity.attributePlain', name),
    fixes.remove(name === 'style' ? 'from style' : name),
  );
}

const ADDRESSES: ReadonlySet<string> = new Set(['src', 'srcset', 'href', 'xlink:href']);

/** Masking leaves the addresses of a field and of what only its class masks. */
function address(place: Place, name: string): Judgement {
  const { view, privacy } = place;
  if (privacy.level === 'text-image') {
    return absent(message('recorder.because.clarity.addressDropped', name, privacy.by));
  }
  const isMedia = /^(video|audio|source)$/.test(view?.tag ?? '');
  if (isMedia && name === 'src' && view?.attribute('src')?.startsWith('data:')) {
    return absent(message('recorder.because.clarity.attributeDropped', name));
  }
  return plain(message('recorder.because.clarity.attributeOpen', name), fixes.mask(place));
}

function data(place: Place, name: string): Judgement {
  const { level, by } = place.privacy;
  return level === 'none' || level === 'sensitive'
    ? plain(message('recorder.because.clarity.attributeOpen', name), fixes.mask(place))
    : masked(message('recorder.because.clarity.masked', by));
}

/** A field that Clarity takes for a secret shows its placeholder, unlike any other. */
function placeholder(place: Place, asked: AskedValue | undefined): Judgement {
  const { view, privacy } = place;
  if (privacy.level === 'exclude') {
    return plain(message('recorder.because.clarity.placeholderPlain'), fixes.remove('placeholder'));
  }
  const isField = !place.isSvg && FIELDS.has(view?.tag ?? '') && privacy.by === 'field';
  // What is typed counts among the attributes of an input that has no value of its own.
  const isUnsure = isField && view?.attribute('value') === null && !view.valueIsEmpty;
  return isUnsure && view?.tag === 'input'
    ? unknown(message('recorder.because.clarity.placeholderUnsure'))
    : byPrivacy(place, asked);
}

/** The title, type and generator that a page says it has. */
function meta({ view }: Place, name: string): Judgement {
  const key = view?.attribute('property') ?? view?.attribute('name') ?? '';
  return name === 'content' && TOLD.has(key)
    ? plain(message('recorder.because.clarity.meta', key), fixes.remove('content'))
    : absent(message('recorder.because.clarity.ignored'));
}

const TOLD: ReadonlySet<string> = new Set(['og:title', 'og:type', 'generator']);

/** The base of addresses is kept up to its query. */
function base(asked: AskedValue | undefined): Judgement {
  const path = asked?.whole.split(/[?#]/)[0];
  return path !== undefined && asked && !path.includes(asked.part)
    ? absent(message('recorder.because.clarity.attributeDropped', 'href'))
    : plain(message('recorder.because.clarity.attributePlain', 'href'), fixes.remove('href'));
}
