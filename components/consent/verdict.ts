import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleSlash from 'lucide-solid/icons/circle-slash';
import CircleX from 'lucide-solid/icons/circle-x';
import type { Translate } from '../../lib/core/message';
import type { Walk } from '../../lib/protocol/walk/walk';
import { byUrgency, isOpen } from '../audit/words';
import type { Tone } from '../ui/Badge';
import type { Icon } from '../ui/Button';
import type { WalkReport } from './props';
import { SCENARIO_KEYS } from './words';

interface Said {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly word: string;
  readonly sentence: string;
  readonly next: string;
}

/** The answer in one line: the worst first, then how much of it there is and what is missing. */
export function verdictOf({ walk, findings }: WalkReport, stopped: boolean, t: Translate): Said {
  const open = findings.filter(isOpen).sort(byUrgency);
  const fails = open.filter(({ outcome }) => outcome === 'fail').length;
  const [worst] = open;
  const counts = t('ui.audit.walk.verdict.counts', [fails, open.length - fails]);
  const missing = missingSaid(walk, t);
  const face = faceOf(stopped, fails, open.length);
  return {
    ...FACES[face],
    word: t(`ui.audit.walk.verdict.${face}`),
    sentence:
      stopped || worst === undefined
        ? t(`ui.audit.walk.verdict.${stopped ? 'stoppedSaid' : 'clearSaid'}`)
        : t(worst.text.id, worst.text.params),
    next: [counts, missing, limitsSaid(walk, t)].filter((part) => part !== '').join(' '),
  };
}

function faceOf(stopped: boolean, fails: number, open: number): keyof typeof FACES {
  if (stopped) return 'stopped';
  if (fails > 0) return 'fails';
  return open > 0 ? 'review' : 'clear';
}

const FACES = {
  stopped: { icon: CircleSlash, tone: 'person' },
  fails: { icon: CircleX, tone: 'blocks' },
  review: { icon: CircleHelp, tone: 'person' },
  clear: { icon: CircleCheck, tone: 'clear' },
} as const satisfies Record<string, { readonly icon: Icon; readonly tone: Tone }>;

const limitsSaid = ({ vantage }: Walk, t: Translate): string =>
  vantage.limits?.includes('http-only-cookies') ? t('ui.audit.walk.verdict.httpOnly') : '';

/** Paths of which nothing, or not all, is known. */
export function missingSaid({ scenarios }: Walk, t: Translate): string {
  const missing = scenarios.filter(({ state }) => state !== 'walked').map(({ id }) => id);
  const names = [...new Set(missing)].map((id) => t(`ui.audit.walk.scenario.${SCENARIO_KEYS[id]}`));
  return names.length === 0
    ? ''
    : t('ui.audit.walk.verdict.missing', [names.length, names.join(', ')]);
}
