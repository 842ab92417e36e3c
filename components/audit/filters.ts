import type { Finding } from '../../lib/protocol/findings';
import { channelName, isOpen, standingOf } from './words';

export const OUTCOME_FILTERS = ['open', 'all', 'fail', 'review', 'answered', 'pass'] as const;
export type OutcomeFilter = (typeof OUTCOME_FILTERS)[number];

export interface Filters {
  /** A class of personal data, or `all`. */
  readonly pii: string;
  /** A recorder's id, or `all`. */
  readonly recorder: string;
  readonly outcome: OutcomeFilter;
  readonly text: string;
}

/** What passed is evidence; what is open comes first. */
export const DEFAULT_FILTERS: Filters = { pii: 'all', recorder: 'all', outcome: 'open', text: '' };
export const NO_FILTERS: Filters = { ...DEFAULT_FILTERS, outcome: 'all' };

export const isDefault = (filters: Filters): boolean =>
  FILTER_KEYS.every((key) => filters[key] === DEFAULT_FILTERS[key]);

const FILTER_KEYS = ['pii', 'recorder', 'outcome', 'text'] as const;

export function matches(finding: Finding, { pii, recorder, outcome, text }: Filters): boolean {
  if (pii !== 'all' && finding.pii?.class !== pii) return false;
  if (recorder !== 'all' && finding.recorder !== recorder) return false;
  if (
    outcome === 'open' ? !isOpen(finding) : outcome !== 'all' && standingOf(finding) !== outcome
  ) {
    return false;
  }
  const wanted = text.trim().toLowerCase();
  return wanted === '' || searchable(finding).includes(wanted);
}

const searchable = (finding: Finding): string =>
  [
    finding.target.selector,
    finding.pii?.class ?? '',
    channelName(finding),
    finding.recorder ?? '',
    finding.capture ?? '',
    finding.rule,
  ]
    .join(' ')
    .toLowerCase();
