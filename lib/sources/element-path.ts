import { isStableName, stableClasses } from '../report/stable-names';

/** An element as a source recorded it, without its texts. */
export interface PathElement {
  readonly tag: string;
  readonly id: string | null;
  readonly classes: readonly string[];
  /** Attributes that were written to find the element by, such as `data-testid`. */
  readonly marks: readonly (readonly [name: string, value: string])[];
  /** As the attribute says. */
  readonly href: string | null;
  /** From 1; null where not known. */
  readonly nthOfType: number | null;
}

/** Attributes that exist to find an element by, the commonest first; `data-attr` is PostHog's advice. */
const MARKS = /^data-(?:testid|test|test-id|cy|qa|attr|e2e|automation-id|pw|hook)$/;

export const isMark = (name: string): boolean => MARKS.test(name);

/**
 * Selectors of the clicked element, the most stable first, by what it was recorded with: a mark, its
 * id, its way from the next marked or named ancestor, where it links to, its classes, and its way from
 * the top. Nothing that looks generated or personal is used, nor any text. The first may fit
 * more than one element: whoever resolves them prefers one that fits a single element.
 *
 * @param path - From the clicked element up. Empty: no selectors.
 * @returns At most 8 of at most 1,000 characters each (`AnchorSchema`).
 */
export function selectorsOf(path: readonly PathElement[]): string[] {
  const target = path[0];
  if (target === undefined) return [];
  const found = new Set<string>();
  const add = (selector: string | null) => {
    const isUsable = selector !== null && selector !== '' && selector.length <= MAX_LENGTH;
    if (isUsable && found.size < MAX_SELECTORS) found.add(selector);
  };
  const last = wayFrom(path, path.length - 1);
  for (const mark of target.marks) add(byMark(target, mark));
  add(byId(target));
  const near = path.findIndex((element, i) => i > 0 && nameOf(element) !== null);
  const around = near > 0 ? nameOf(path[near] ?? target) : null;
  if (around !== null) add(stepsFrom(around, path, near));
  const link = byLink(target);
  if (around !== null && link !== null) add(`${around} ${link}`);
  add(link);
  const look = byClasses(target);
  if (look !== null) add(around === null ? look : `${around} ${look}`);
  // Room is kept for the way from the top: it alone is always there.
  if (found.size === MAX_SELECTORS) found.delete([...found].at(-1) ?? '');
  add(last);
  return [...found];
}

const MAX_SELECTORS = 8;
const MAX_LENGTH = 1000;

const nameOf = (element: PathElement): string | null => {
  const [mark] = element.marks.flatMap((one) => byMark(element, one) ?? []);
  return mark ?? byId(element);
};

const byMark = ({ tag }: PathElement, [name, value]: readonly [string, string]): string | null =>
  isStable(value) ? `${tagOf(tag)}[${name}="${value}"]` : null;

const byId = ({ id }: PathElement): string | null =>
  id !== null && isStable(id) ? `#${escapeName(id)}` : null;

/** By the path that it links to: a query may say who clicked, and an origin differs on staging. */
function byLink({ tag, href }: PathElement): string | null {
  if (tag.toLowerCase() !== 'a' || href === null || href.length > MAX_HREF) return null;
  if (/^#./.test(href)) return isStable(href.slice(1)) ? `a[href="${href}"]` : null;
  if (!/^(?:https?:)?\//i.test(href)) return isStable(href) ? `a[href="${href}"]` : null;
  if (!URL.canParse(href, NO_ORIGIN)) return null;
  const { pathname, search, hash } = new URL(href, NO_ORIGIN);
  if (search !== '' || hash !== '' || pathname === '/') return null;
  if (!pathname.split('/').every((part) => part === '' || isStable(part))) return null;
  return href === pathname ? `a[href="${href}"]` : `a[href$="${pathname}"]`;
}

const MAX_HREF = 500;
const NO_ORIGIN = 'https://hushmap.invalid';

function byClasses(element: PathElement): string | null {
  const classes = stableClasses(element.classes).filter((name) => element.classes.includes(name));
  if (classes.length === 0) return null;
  return tagOf(element.tag) + classes.map((name) => `.${escapeName(name)}`).join('');
}

/** `#menu > li:nth-of-type(2) > a:nth-of-type(1)`; null where a place on the way is not known. */
function stepsFrom(around: string, path: readonly PathElement[], top: number): string | null {
  const steps = path.slice(0, top).map(stepOf).reverse();
  return steps.includes(null) ? null : [around, ...steps].join(' > ');
}

/** The way from the top; where it is too long, or a place on it is not known, it begins further down. */
function wayFrom(path: readonly PathElement[], top: number): string | null {
  let way = '';
  for (const element of path.slice(0, top + 1)) {
    const tag = tagOf(element.tag);
    const step = tag === 'body' || tag === 'html' ? tag : stepOf(element);
    const longer = way === '' ? (step ?? '') : `${step} > ${way}`;
    if (step === null || longer.length > MAX_LENGTH) break;
    way = longer;
  }
  return way;
}

const stepOf = ({ tag, nthOfType }: PathElement): string | null =>
  nthOfType === null ? null : `${tagOf(tag)}:nth-of-type(${nthOfType})`;

const tagOf = (tag: string): string =>
  /^[a-z][a-z0-9-]{0,59}$/i.test(tag) ? tag.toLowerCase() : '*';

/** Names that may stand unquoted: they begin with a letter (`isStableName`, `stableClasses`). */
const escapeName = (name: string): string => name.replace(/[^\w-]/g, '\\$&');

/** One page's clicks name the same few hundred things over and over, and the redactor is thorough. */
const known = new Map<string, boolean>();

function isStable(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const is = isStableName(name);
  known.set(name, is);
  return is;
}

const MAX_KNOWN = 5_000;
