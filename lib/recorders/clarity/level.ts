import type { NodeView } from '../contract';
import type { ClarityOptions } from './options';

/** Clarity's `Privacy`: what is masked of a node. `exclude`: a field that it takes for a secret. */
export type Level = 'none' | 'sensitive' | 'text' | 'text-image' | 'exclude';

export interface Privacy {
  readonly level: Level;
  /** What decided it: a mark, an option, the class, or that it is a field. */
  readonly by: string;
}

/**
 * The privacy of one element (`privacy` in clarity-js's `layout/dom`), asked once, when Clarity first
 * sees the element. Fields come first, so that no mark on a field itself counts.
 */
export function privacyOf(
  view: NodeView,
  inherited: Privacy,
  isSvg: boolean,
  options: ClarityOptions | null,
): Privacy {
  if (!isSvg && FIELDS.has(view.tag)) return privacyOfField(view, inherited);
  if (view.attribute('data-clarity-mask') !== null) {
    return { level: 'text-image', by: 'data-clarity-mask' };
  }
  if (view.attribute('data-clarity-unmask') !== null) {
    return { level: 'none', by: 'data-clarity-unmask' };
  }
  const configured = options ? configuredPrivacy(view, options) : null;
  if (configured) return configured;
  if (inherited.level === 'sensitive') {
    const word = CLASS_WORDS.find((one) => view.attribute('class')?.includes(one));
    return word ? { level: 'text', by: `class="${word}"` } : inherited;
  }
  const isBlob = view.tag === 'img' && !isSvg && view.attribute('src')?.startsWith('blob:');
  return isBlob ? { level: 'text-image', by: 'src="blob:"' } : inherited;
}

/**
 * Selectors of the options. Clarity applies them list by list and stops at the first that is not
 * valid; what is unmasked by a selector is so even where another masks it.
 */
export function configuredPrivacy(view: NodeView, options: ClarityOptions): Privacy | null {
  let privacy: Privacy | null = null;
  let checksum: Privacy | null = null;
  const lists = [
    { name: 'regions', selectors: options.regions },
    { name: 'mask', selectors: options.mask },
    { name: 'checksum', selectors: options.checksum },
    { name: 'unmask', selectors: options.unmask },
  ] as const;
  for (const { name, selectors } of lists) {
    if (selectors === null) break;
    const found = matchesOne(view, selectors);
    if (found.matched && name === 'mask') privacy = { level: 'text-image', by: name };
    if (found.matched && name === 'checksum') checksum = { level: 'text', by: name };
    if (found.matched && name === 'unmask') privacy = { level: 'none', by: name };
    if (!found.valid) break;
  }
  return privacy ?? checksum;
}

function matchesOne(view: NodeView, selectors: readonly string[]) {
  let matched = false;
  for (const selector of selectors) {
    const matches = view.matches(selector);
    if (matches === null) return { matched, valid: false };
    matched ||= matches;
  }
  return { matched, valid: true };
}

const CLASS_WORDS = ['address', 'password', 'contact'];

export const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** A field keeps what is typed to itself, whatever is around it, unless it is a button or a choice. */
function privacyOfField(view: NodeView, inherited: Privacy): Privacy {
  if (isChoice(view)) return inherited;
  return { level: looksSecret(view) ? 'exclude' : 'text', by: 'field' };
}

/** Inputs that nobody types in, by the `type` attribute as written. */
export const isChoice = (view: NodeView): boolean =>
  view.tag === 'input' && CHOICES.has(view.attribute('type') ?? '');

const CHOICES: ReadonlySet<string> = new Set([
  ...['radio', 'checkbox', 'range', 'button', 'reset', 'submit'],
]);

/** Whether one of these words is in the values of its attributes, run together. */
function looksSecret(view: NodeView): boolean {
  const names = view.attributeNames().filter((name) => !UNREAD.has(name) && name !== 'class');
  const all = names.map((name) => (name === 'style' ? '' : view.attribute(name))).join('');
  return SECRET.test(all.toLowerCase());
}

const SECRET = /password|secret|pass|social|ssn|code|hidden/;

/** Attributes that Clarity never takes. */
export const UNREAD: ReadonlySet<string> = new Set([
  ...['title', 'alt', 'aria-label', 'onload', 'onfocus', 'onerror', 'integrity', 'crossorigin'],
  'data-drupal-form-submit-last',
]);
