import {
  isExpired,
  isSecondName,
  matchesPattern,
  needsSecondName,
} from '../../lib/gate/exceptions';
import type { Exception } from '../../lib/protocol/exceptions';
import type { Finding } from '../../lib/protocol/findings';
import { RECORDER_IDS } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';

/** What a person fills in; the field's signature comes from the finding. */
export interface ExceptionDraft {
  readonly page: string;
  readonly recorders: 'this' | 'any';
  readonly reason: string;
  readonly owner: string;
  /** `2027-01-31`. */
  readonly expires: string;
  readonly approvedBy: string;
}

export type Problem =
  | 'pageEmpty'
  | 'pageOther'
  | 'reasonShort'
  | 'ownerEmpty'
  | 'expiresMissing'
  | 'expiresPast'
  | 'secondEmpty'
  | 'secondSame'
  | 'tooLong';

export type Problems = Readonly<Partial<Record<keyof ExceptionDraft, Problem>>>;

const DAY = 86_400_000;
const DEFAULT_DAYS = 90;
/** Enough to be a reason that the next person can weigh. */
const SHORTEST_REASON = 8;

/** The narrowest exception that covers a finding: this page, this field, this recorder. */
export function draftFor(url: string, now: number): ExceptionDraft {
  const [path = ''] = url.split('?');
  return {
    page: path === url ? url : `${path}*`,
    recorders: 'this',
    reason: '',
    owner: '',
    expires: new Date(now + DEFAULT_DAYS * DAY).toISOString().slice(0, 10),
    approvedBy: '',
  };
}

/** What has to be mended before it can be saved; nothing: it can. */
export function problemsOf(
  draft: ExceptionDraft,
  finding: Finding,
  url: string,
  now: number,
): Problems {
  const found: Partial<Record<keyof ExceptionDraft, Problem | false>> = {
    page: pageProblem(draft.page.trim(), url),
    reason:
      (draft.reason.trim().length < SHORTEST_REASON && 'reasonShort') ||
      (draft.reason.trim().length > 500 && 'tooLong'),
    owner: draft.owner.trim() === '' ? 'ownerEmpty' : draft.owner.trim().length > 120 && 'tooLong',
    expires: (draft.expires === '' && 'expiresMissing') || (isExpired(draft, now) && 'expiresPast'),
    approvedBy: needsSecondName(finding) && secondProblem(draft),
  };
  const standing = Object.entries(found).filter(([, problem]) => problem);
  // What was filtered out is `false` alone.
  return Object.fromEntries(standing) as Problems;
}

/** Of a draft without problems. */
export function toException(draft: ExceptionDraft, finding: Finding): Exception {
  const { rule, template, channel, pii, recorder } = finding;
  const approvedBy = draft.approvedBy.trim();
  return {
    rule,
    page: draft.page.trim(),
    field: { template, ...(channel ? { channel } : {}), ...(pii ? { class: pii.class } : {}) },
    ...(recorder && draft.recorders === 'this' ? { recorder } : {}),
    reason: draft.reason.trim(),
    owner: draft.owner.trim(),
    expires: draft.expires,
    ...(approvedBy !== '' ? { approvedBy } : {}),
  };
}

/** `PostHog` of `posthog`; a name that is none of ours stays as the file has it. */
export function recorderOfException({ recorder }: Exception): string {
  const known = RECORDER_IDS.find((id) => id === recorder);
  return known ? recorderName(known) : (recorder ?? '');
}

function pageProblem(page: string, url: string): Problem | false {
  if (page === '') return 'pageEmpty';
  if (page.length > 1000) return 'tooLong';
  return !matchesPattern(page, url) && 'pageOther';
}

function secondProblem({ approvedBy, owner }: ExceptionDraft): Problem | false {
  if (approvedBy.trim() === '') return 'secondEmpty';
  if (approvedBy.trim().length > 120) return 'tooLong';
  return !isSecondName(approvedBy, owner) && 'secondSame';
}
