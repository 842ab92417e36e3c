import * as v from 'valibot';

/**
 * The pages that a heatmap is of, as Matomo describes its target pages (matomo.org, "What do the
 * different rule types mean"). `value2`: what a parameter of the address must be.
 */
const RuleSchema = v.object({
  attribute: v.string(),
  type: v.string(),
  value: v.optional(v.nullable(v.string()), ''),
  value2: v.optional(v.nullable(v.string()), ''),
  inverted: v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()])), false),
});

export const RulesSchema = v.pipe(v.array(RuleSchema), v.maxLength(200));

export type PageRule = v.InferOutput<typeof RuleSchema>;

/** `unknown`: there is a rule that only Matomo itself can read. */
export type Match = 'yes' | 'no' | 'unknown';

/**
 * Whether a page is one of a heatmap's: one plain rule must hold, and every rule that is turned
 * around. Regular expressions are not run: they come from the network, and one may take for ever.
 */
export function matchRules(rules: readonly PageRule[], page: string): Match {
  const plain = rules.filter((rule) => !isInverted(rule)).map((rule) => holds(rule, page));
  const inverted = rules.filter(isInverted).map((rule) => opposite(holds(rule, page)));
  const any: Match = plain.length === 0 && inverted.length > 0 ? 'yes' : strongest(plain);
  const all = [any, ...inverted];
  if (all.includes('no')) return 'no';
  return all.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether the rules may be of more pages than this one. */
export const isOfManyPages = (rules: readonly PageRule[]): boolean =>
  rules.length !== 1 || !['equals_exactly', 'equals_simple'].includes(rules[0]?.type ?? '');

/** Whether a rule alone tells as much as Matomo does: how several go together, it does not describe. */
export const isPlain = (rules: readonly PageRule[], page: string): boolean =>
  rules.length === 1 && matchRules(rules, page) !== 'unknown';

/** Rules as fields of a form, as PHP reads them. */
export function toFields(rules: readonly PageRule[]): Record<string, string> {
  return Object.fromEntries(
    rules.flatMap((rule, i) =>
      (['attribute', 'type', 'value', 'value2', 'inverted'] as const).map((name) => [
        `matchPageRules[${i}][${name}]`,
        name === 'inverted' ? String(Number(isInverted(rule))) : (rule[name] ?? ''),
      ]),
    ),
  );
}

const isInverted = ({ inverted }: PageRule): boolean =>
  inverted === true || inverted === 1 || inverted === '1' || inverted === 'true';

const opposite = (match: Match): Match =>
  match === 'unknown' ? match : match === 'yes' ? 'no' : 'yes';

function strongest(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

function holds(rule: PageRule, page: string): Match {
  const url = new URL(page);
  const value = rule.value ?? '';
  if (rule.attribute === 'url') return compare(rule.type, page, value);
  if (rule.attribute === 'path') return compare(rule.type, url.pathname, value);
  if (rule.attribute !== 'urlparam') return 'unknown';
  const given = url.searchParams.get(value);
  if (rule.type === 'exists') return given === null ? 'no' : 'yes';
  if ((rule.value2 ?? '') === '') return 'unknown';
  return given === null ? 'no' : compare(rule.type, given, rule.value2 ?? '');
}

function compare(type: string, text: string, value: string): Match {
  if (type === 'any') return 'yes';
  // An empty value would hold for every page, and no form in Matomo makes one.
  if (value === '') return 'unknown';
  if (type === 'equals_simple') return yesOrNo(simple(text) === simple(value));
  if (type === 'equals_exactly') return yesOrNo(text === value);
  if (type === 'contains') return yesOrNo(text.includes(value));
  if (type === 'starts_with') return yesOrNo(text.startsWith(value));
  return 'unknown';
}

const yesOrNo = (holds: boolean): Match => (holds ? 'yes' : 'no');

/** An address without protocol, `www.`, query, fragment and trailing slash. */
function simple(text: string): string {
  const bare = text
    .replace(/^(?:[a-z]+:)?\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/s, '');
  const [host = '', ...path] = bare.split('/');
  while (path.at(-1) === '') path.pop();
  return [host.toLowerCase(), ...path].join('/');
}
