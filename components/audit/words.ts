import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import UserCheck from 'lucide-solid/icons/user-check';
import type { FrameState } from '../../lib/protocol/evidence';
import type { Finding, Severity, Verdict } from '../../lib/protocol/findings';
import { SEVERITIES } from '../../lib/protocol/findings';
import type { Capture } from '../../lib/protocol/recorders';
import type { Tone } from '../ui/Badge';
import type { Icon } from '../ui/Button';

/** How a finding stands, a person's answer included. */
export type Standing = 'fail' | 'review' | 'answered' | 'excepted' | 'pass';

export function standingOf({ outcome, resolution, exception }: Finding): Standing {
  if (outcome === 'pass') return 'pass';
  if (exception?.void === null) return 'excepted';
  if (resolution?.answer === 'confirmed') return 'fail';
  if (resolution?.answer === 'accepted') return 'answered';
  return outcome === 'fail' ? 'fail' : 'review';
}

/** Still asks something of somebody. */
export const isOpen = (finding: Finding): boolean => {
  const standing = standingOf(finding);
  return standing === 'fail' || standing === 'review';
};

interface Face {
  readonly icon: Icon;
  readonly tone: Tone;
}

export const STANDINGS: Readonly<Record<Standing, Face>> = {
  fail: { icon: CircleX, tone: 'blocks' },
  review: { icon: CircleHelp, tone: 'person' },
  answered: { icon: UserCheck, tone: 'clear' },
  excepted: { icon: ShieldCheck, tone: 'person' },
  pass: { icon: CircleCheck, tone: 'clear' },
};

export const VERDICT_FACES = {
  blocked: { icon: CircleX, tone: 'blocks', key: 'blocked' },
  'needs-proof': { icon: CircleHelp, tone: 'person', key: 'needsProof' },
  clear: { icon: CircleCheck, tone: 'clear', key: 'clear' },
} as const satisfies Record<Verdict, Face & { readonly key: string }>;

export const CAPTURE_KEYS = {
  plain: 'plain',
  masked: 'masked',
  'length-only': 'lengthOnly',
  absent: 'absent',
  unknown: 'unknown',
} as const satisfies Record<Capture, string>;

export const CAPTURE_TONES: Readonly<Record<Capture, Tone>> = {
  plain: 'blocks',
  masked: 'clear',
  'length-only': 'clear',
  absent: 'clear',
  unknown: 'person',
};

export const FRAME_KEYS = {
  read: 'read',
  'recorder-cannot-read': 'recorderCannotRead',
  allowed: 'allowed',
  'not-audited': 'notAudited',
} as const satisfies Record<FrameState, string>;

export const FRAME_TONES: Readonly<Record<FrameState, Tone>> = {
  read: 'clear',
  'recorder-cannot-read': 'clear',
  allowed: 'clear',
  'not-audited': 'unknown',
};

const STANDING_ORDER: readonly Standing[] = ['fail', 'review', 'excepted', 'answered', 'pass'];

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** What asks most comes first: by standing, then by severity. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    STANDING_ORDER.indexOf(standingOf(a)) - STANDING_ORDER.indexOf(standingOf(b)) ||
    severityRank(a.severity) - severityRank(b.severity)
  );
}

/** `placeholder`, or the attribute itself where the channel is a family of them (`aria-label`). */
export function channelName({
  channel,
  attribute,
}: Pick<Finding, 'channel' | 'attribute'>): string {
  if (channel === null) return '';
  return attribute !== '' && attribute !== channel ? attribute : channel;
}
