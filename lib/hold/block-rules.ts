import type { BlockRule } from '../protocol/hold';
import type { RecorderId } from '../protocol/recorders';
import { recordingPathsOf } from '../recorders/endpoints';
import type { Place } from './places';

/** Whose requests are blocked: those of a site, or those of a tab. */
export type Scope = Pick<BlockRule['condition'], 'initiatorDomains' | 'tabIds'>;

type Rule = Omit<BlockRule, 'id'>;

/** A hold and a quiet view stand above whatever a proof leaves open (`guard-writes.ts`). */
export const HOLDS = 10;

const block = (condition: BlockRule['condition']): Rule => ({
  priority: HOLDS,
  action: { type: 'block' },
  condition,
});

/**
 * All that goes to vendors' hosts, whatever kind of request it is (a navigation of the tab itself is
 * none of them). Method: declarativeNetRequest's `requestDomains`, which matches hosts beneath, too.
 */
export const atVendors = (hosts: readonly string[], scope: Scope): Rule[] =>
  hosts.length > 0 ? [block({ ...scope, requestDomains: [...hosts] })] : [];

/** All that goes to one place of the site's own choice. */
export function atPlace({ host, hostname, path }: Place, scope: Scope): Rule {
  // Characters that mean something in a filter cannot be escaped there: the filter ends before them.
  const plain = /^[^*^|]*/.exec(path)?.[0] ?? '';
  const filter = plain === path ? `||${host}${path}^` : `||${host}${plain}`;
  const isWhole = path === '' && host === hostname;
  return block({
    ...scope,
    requestDomains: [hostname],
    ...(isWhole ? {} : { urlFilter: filter }),
  });
}

/**
 * What a recorder posts to the paths that its recordings are known by, on the site's own host: a
 * proxy that was not seen. Other methods are left alone, since a site may have pages of its own there.
 */
export const onOwnPaths = (id: RecorderId, hostname: string, scope: Scope): Rule[] =>
  recordingPathsOf(id).map((path) =>
    block({
      ...scope,
      requestDomains: [hostname],
      regexFilter: toRegexFilter(path),
      requestMethods: ['post'],
    }),
  );

/** A pattern of paths as one of whole addresses, in the syntax of RE2. */
const toRegexFilter = ({ source }: RegExp): string =>
  source.startsWith('^')
    ? `^[a-z]+://[^/]+(?:${source.slice(1)})`
    : `^[a-z]+://[^/]+.*(?:${source})`;

/** Whether two rules block the same; browsers give them back in an order of their own. */
export function isSameRule(a: Rule, b: Rule): boolean {
  const text = ({ action, condition }: Rule) =>
    JSON.stringify([
      action.type,
      Object.entries(condition)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
        .sort(),
    ]);
  return text(a) === text(b);
}
