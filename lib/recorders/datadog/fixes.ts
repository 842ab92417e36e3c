import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import { isForced } from './levels';
import type { Place } from './place';

/** The nearest mend per kind of exposure. Each is held to the real recorder by the contract test. */

/** Text, and the attributes that the level `mask` covers. */
export const mask = (): Fix => ({
  kind: 'attribute',
  text: 'data-dd-privacy="mask"',
  effect: message('recorder.fix.datadog.mask'),
});

/** A box in place of an element, for what no level masks. */
export function hide(place: Place, what: string): Fix {
  const tag = place.view?.tag ?? '';
  if (WHOLE_PAGE.has(tag)) return remove(`remove ${what}`);
  // A mark on a field that is always masked does nothing; one around it does.
  if (place.view && place.isHtml && isForced(place.view)) {
    return {
      kind: 'markup',
      text: '<span data-dd-privacy="hidden">…</span>',
      effect: message('recorder.fix.datadog.wrap'),
    };
  }
  return {
    kind: 'attribute',
    text: 'data-dd-privacy="hidden"',
    effect: message('recorder.fix.datadog.hide'),
  };
}

/** Hiding these would leave out the page, or make its addresses wrong. */
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'body', 'head', 'base']);

export const remove = (what: string): Fix => ({
  kind: 'markup',
  text: what,
  effect: message('recorder.fix.remove'),
});

/** Takes query and fragment off every address that is sent beside the recording; a view names the one before it. */
export const stripUrls = (): Fix => ({
  kind: 'option',
  text: 'beforeSend: ({ view, resource }) => { const bare = (url) => url?.split(/[?#]/)[0]; view.url = bare(view.url); view.referrer = bare(view.referrer); if (resource) resource.url = bare(resource.url); return true }',
  effect: message('recorder.fix.datadog.stripUrls'),
});

export const rewriteUrl = (): Fix => ({
  kind: 'markup',
  text: "history.replaceState(null, '', location.pathname)",
  effect: message('recorder.fix.pageUrl'),
});

export const dropResources = (): Fix => ({
  kind: 'option',
  text: 'trackResources: false',
  effect: message('recorder.fix.datadog.dropResources'),
  options: { trackResources: false },
});

export const privateNames = (): Fix => ({
  kind: 'option',
  text: 'enablePrivacyForActionName: true',
  effect: message('recorder.fix.datadog.privateNames'),
  options: { enablePrivacyForActionName: true },
});
