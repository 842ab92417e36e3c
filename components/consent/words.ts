export { OBSTACLE_KEYS } from '../../lib/consent/walk/why-not';

import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import Minus from 'lucide-solid/icons/minus';
import type { Mark } from '../../lib/consent/walk-matrix';
import type { ScenarioId, StepId } from '../../lib/protocol/walk/scenarios';
import type { Tone } from '../ui/Badge';
import type { Icon } from '../ui/Button';

/** Keys of the catalogue, whose names have no hyphens. */
export const SCENARIO_KEYS = {
  untouched: 'untouched',
  reject: 'reject',
  accept: 'accept',
  withdraw: 'withdraw',
  'settings-off': 'settingsOff',
  gpc: 'gpc',
  scroll: 'scroll',
} as const satisfies Record<ScenarioId, string>;

export const STEP_KEYS = {
  before: 'before',
  warm: 'warm',
  after: 'after',
  withdrawn: 'withdrawn',
  reload: 'reload',
  'reload-2': 'reload2',
  'reload-3': 'reload3',
  'second-page': 'secondPage',
} as const satisfies Record<StepId, string>;

export const MARK_KEYS = {
  ok: 'ok',
  fail: 'fail',
  review: 'review',
  unknown: 'unknown',
  'not-walked': 'notWalked',
} as const satisfies Record<Mark, string>;

export const MARK_FACES: Readonly<Record<Mark, { readonly icon: Icon; readonly tone: Tone }>> = {
  ok: { icon: CircleCheck, tone: 'clear' },
  fail: { icon: CircleX, tone: 'blocks' },
  review: { icon: CircleHelp, tone: 'person' },
  unknown: { icon: CircleDashed, tone: 'unknown' },
  'not-walked': { icon: Minus, tone: 'unknown' },
};
