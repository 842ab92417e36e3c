import type { Finding } from '../../lib/protocol/findings';
import { channelName, isOpen, standingOf } from './words';

export const OUTCOME_FILTERS = [
  'open',
  'all',
  'fail',
  'review',
  'excepted',
  'answered',
  'pass',
] as const;
export type OutcomeFilter = (typeof OUTCOME_FILTERS)[number];

export interface Filters {
  /** A class of personal data, or `all`. */
  readonly pii: string;
  /** A setup's id, or `all`. */
  readonly recorder: string;
  readonly outcome: OutcomeFilter;
  /** A group of rules, or `all`. */
  readonly group: string;
  readonly text: string;
}

/** What passed is evidence; what is open comes first. */
export const DEFAULT_FILTERS: Filters = {
  pii: 'all',
  recorder: 'all',
  outcome: 'open',
  group: 'all',
  text: '',
};
export const NO_FILTERS: Filters = { ...DEFAULT_FILTERS, outcome: 'all' };

export const isDefault = (filters: Filters): boolean =>
  FILTER_KEYS.every((key) => filters[key] === DEFAULT_FILTERS[key]);

const FILTER_KEYS = ['pii', 'recorder', 'outcome', 'group', 'text'] as const;

/** What the groups of rules are, and what else of a finding can be searched for. */
export interface Sorted {
  readonly groupOf?: (finding: Finding) => string;
  readonly wordsOf?: (finding: Finding) => string;
}

export function matches(
  finding: Finding,
  { pii, recorder, outcome, group, text }: Filters,
  { groupOf, wordsOf }: Sorted = {},
): boolean {
  if (group !== 'all' && groupOf?.(finding) !== group) return false;
  if (pii !== 'all' && finding.pii?.class !== pii) return false;
  if (recorder !== 'all' && setupIn(finding) !== recorder) return false;
  if (
    outcome === 'open' ? !isOpen(finding) : outcome !== 'all' && standingOf(finding) !== outcome
  ) {
    return false;
  }
  const wanted = text.trim().toLowerCase();
  const words = wordsOf?.(finding).toLowerCase() ?? '';
  return wanted === '' || `${searchable(finding)} ${words}`.includes(wanted);
}

const setupIn = ({ recorder, setup }: Finding): string => setup ?? recorder ?? '';

const searchable = (finding: Finding): string =>
  [
    finding.target.selector,
    finding.pii?.class ?? '',
    channelName(finding),
    setupIn(finding),
    finding.capture ?? '',
    finding.rule,
  ]
    .join(' ')
    .toLowerCase();
