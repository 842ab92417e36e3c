import type { NodeView } from '../contract';
import { EMPTY_VIEW } from '../empty-view';
import { isSlimMeta } from '../rrweb/slim-dom';
import { isAttributeMasked } from './attribute-masks';
import type { SentryOptions } from './options';

/** rrweb's `slimDOMOptions: 'all'`, which Sentry sets and no option changes. */
const SLIM: Readonly<Record<string, boolean>> = {
  headFavicon: true,
  headMetaSocial: true,
  headMetaRobots: true,
  headMetaHttpEquiv: true,
  headMetaVerification: true,
  headMetaAuthorship: true,
  headMetaDescKeywords: true,
};

/** Elements that a snapshot leaves out. It asks their attributes as recorded, masks included. */
export function isLeftOut(view: NodeView, options: SentryOptions): boolean {
  if (view.tag === 'script') return true;
  const attribute = (name: string): string | null =>
    isAttributeMasked(view, name, options) === true ? '*' : view.attribute(name);
  if (view.tag === 'meta') {
    const icon = /^(icon|apple-touch-icon|shortcut icon)$/i.test(attribute('rel') ?? '');
    // Attributes alone are asked of a meta element.
    return icon || isSlimMeta({ view: { ...EMPTY_VIEW, tag: 'meta', attribute } }, SLIM);
  }
  if (view.tag !== 'link') return false;
  const rel = attribute('rel') ?? '';
  if (rel === 'prefetch') return /^[^?#]*\.js([?#]|$)/i.test(view.attribute('href') ?? '');
  return rel === 'preload' || rel === 'modulepreload' || rel === 'shortcut icon';
}
