import type { NodeView } from '../contract';

/** Privacy levels of Datadog RUM; `ignore` is that of scripts, icons and descriptive meta elements. */
export type Level =
  | 'hidden'
  | 'mask'
  | 'mask-unless-allowlisted'
  | 'mask-user-input'
  | 'allow'
  | 'ignore';

/** Levels that `defaultPrivacyLevel` may be set to. */
export const isDefaultLevel = (level: unknown): level is Level =>
  level !== 'hidden' && MARKED.some((marked) => marked === level);

/** Levels that the page may mark elements with; the first that is there counts. */
const MARKED = [
  'hidden',
  'mask',
  'mask-unless-allowlisted',
  'mask-user-input',
  'allow',
] as const satisfies readonly Level[];

/**
 * The level of an element by itself, or null where it takes that of its parent
 * (`getNodeSelfPrivacyLevel`). Its tests of tags are in upper case, so that none but elements of HTML
 * pass them.
 */
export function ownLevel(view: NodeView, isHtml: boolean): Level | null {
  if (isHtml && view.tag === 'base') return 'allow';
  if (isHtml && isForced(view)) return 'mask';
  const marked = markedLevel(view);
  if (marked) return marked;
  return isHtml && isIgnored(view) ? 'ignore' : null;
}

/** Fields that are masked whatever marks and options say. */
export function isForced(view: NodeView): boolean {
  if (view.tag !== 'input') return false;
  if (FORCED_TYPES.has(view.type)) return true;
  const autocomplete = view.attribute('autocomplete');
  return autocomplete !== null && /^cc-|-password$/.test(autocomplete);
}

const FORCED_TYPES: ReadonlySet<string> = new Set(['password', 'email', 'tel', 'hidden']);

function markedLevel(view: NodeView): Level | null {
  const attribute = view.attribute('data-dd-privacy');
  // Most elements carry no mark, and a document in quirks mode compares classes in any case.
  if (attribute === null && !/dd-privacy-/i.test(view.attribute('class') ?? '')) return null;
  const isMarked = (level: Level): boolean =>
    attribute === level ||
    view.hasClass(`dd-privacy-${level}`) ||
    view.matches(`.dd-privacy-${level}`) === true;
  return MARKED.find(isMarked) ?? null;
}

/** `shouldIgnoreElement` of browser-rum-core. */
function isIgnored(view: NodeView): boolean {
  const lower = (name: string): string => (view.attribute(name) ?? '').toLowerCase();
  if (view.tag === 'script') return true;
  if (view.tag === 'link') {
    const rel = lower('rel');
    return (/preload|prefetch/.test(rel) && lower('as') === 'script') || isIcon(rel);
  }
  if (view.tag !== 'meta') return false;
  const name = lower('name');
  const property = lower('property');
  return (
    IGNORED_META.has(name) ||
    /^msapplication-tile(image|color)$|^(og|twitter):/.test(name) ||
    /^(og|twitter|fb|article|product):/.test(property) ||
    isIcon(lower('rel')) ||
    lower('rel') === 'apple-touch-icon' ||
    view.attribute('http-equiv') !== null
  );
}

const isIcon = (rel: string): boolean => rel === 'icon' || rel === 'shortcut icon';

const IGNORED_META: ReadonlySet<string> = new Set(
  `application-name keywords description pinterest robots googlebot bingbot author generator framework
   publisher progid google-site-verification yandex-verification csrf-token p:domain_verify verify-v1
   verification shopify-checkout-api-token`.split(/\s+/),
);
