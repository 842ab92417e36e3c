import { redactUrl } from '../report/redact-url';
import { matchesPattern } from './page-pattern';

/**
 * Patterns to start from, the nearest to the page first: parts of its path that name one thing
 * (numbers, dates, ids, what may be about a person) as `*`; then the name of a thing in a collection
 * (`/blog/our-first-year` → `/blog/*`); then all that the first of these is followed by. The page
 * fits each of them. Nothing personal of its address is in any. At most four; none where every
 * part of the address looks like one that is always the same.
 *
 * @param address of a web page, unredacted
 */
export function proposePatterns(address: string): string[] {
  const { origin, parts, rest } = read(address);
  const own = parts.map((part) => isOwnName(part, origin));
  const slug = slugIn(parts, own);
  const near = joined(origin, parts, own);
  const wide = joined(
    origin,
    parts,
    own.map((isOwn, i) => isOwn || i === slug),
  );
  const end = wide.indexOf('*');
  const proposals = [near, wide, ...(end < 0 ? [] : [wide.slice(0, end + 1)])];
  const page = origin + new URL(address).pathname;
  return [...new Set(proposals.map((each) => (each.endsWith('*') ? each : each + rest)))]
    .filter((each) => each !== page && matchesPattern(address, each))
    .slice(0, MOST);
}

/** Pages like this one, for what is kept about them: with `*` for everything that names one thing. */
export function templateOf(address: string): string {
  const { origin, parts } = read(plainAddress(address));
  const own = parts.map((part) => isOwnName(part, origin));
  const slug = slugIn(parts, own);
  return joined(
    origin,
    parts,
    own.map((isOwn, i) => isOwn || i === slug),
  );
}

/** A page's address without query, fragment and the slash at its end. */
export function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + (pathname.replace(/\/+$/, '') || '/');
}

const MOST = 4;

function read(address: string) {
  const { origin, pathname, search } = new URL(address);
  return { origin, parts: pathname.split('/').slice(1), rest: search === '' ? '' : '*' };
}

/** `/2024/05/12/` is one `*` as well as three, since a `*` stands for slashes, too. */
const joined = (origin: string, parts: readonly string[], starred: readonly boolean[]): string =>
  `${origin}/${parts.map((part, i) => (starred[i] ? '*' : part)).join('/')}`.replace(
    /\*(?:\/\*)+/g,
    '*',
  );

/** Numbers, dates, hashes, UUIDs, words with a long number in them, and what is redacted anywhere. */
function isOwnName(part: string, origin: string): boolean {
  if (part === '') return false;
  return OWN_NAME.test(part) || redactUrl(`${origin}/${part}`) !== `${origin}/${part}`;
}

const OWN_NAME =
  /^(?:\d+|\d{4}-\d\d(?:-\d\d)?|[0-9a-f]{8,}|[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]*\d{4,}[\w-]*)$/i;

/** Index of the last part that names a thing in a collection; -1: there is none. */
function slugIn(parts: readonly string[], own: readonly boolean[]): number {
  return parts.findLastIndex((part, i) => {
    const before = parts.slice(0, i).findLast((_, j) => !own[j]) ?? '';
    return part !== '' && !own[i] && isCollection(before) && !ACTIONS.has(part.toLowerCase());
  });
}

const isCollection = (part: string): boolean => {
  const word = part.toLowerCase();
  return COLLECTIONS.has(word) || (/[a-z]{2}s$/.test(word) && !NO_COLLECTIONS.has(word));
};

const COLLECTIONS = new Set(
  'article blog category course doc event guide help item job magazine news post product project recipe shop story tag team topic user wiki'.split(
    ' ',
  ),
);
/** Words with an s at their end that are no collections. */
const NO_COLLECTIONS = new Set(
  'about-us address analytics business canvas details press preferences sales settings status success terms'.split(
    ' ',
  ),
);
/** What is done with a thing or with a collection, and no thing's name. */
const ACTIONS = new Set(
  'all archive create delete edit index index.html latest list new overview search settings'.split(
    ' ',
  ),
);
