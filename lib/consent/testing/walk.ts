import type { RecorderId, RecorderState } from '../../protocol/recorders';
import type { TimelineEvent } from '../../protocol/timeline';
import { type ScenarioId, STEP_IDS, type StepId } from '../../protocol/walk/scenarios';
import type { WalkCookie, WalkRequest, WalkStep, WalkStored } from '../../protocol/walk/step';
import type { Vantage, Walk, WalkScenario } from '../../protocol/walk/walk';
import type { WalkEvidence } from '../walk-contract';
import { DEFAULT_WALK_POLICY } from '../walk-policy';
import { detected, START } from './visit';

export { banner, control, toggle } from './banner';

/** A walk of the given paths, by the command line, with the recorders that it found. */
export const walkOf = (
  scenarios: readonly WalkScenario[],
  more: Partial<Omit<Walk, 'recorders'>> & {
    readonly recorders?: readonly (RecorderId | RecorderState)[];
  } = {},
): Walk => ({
  url: 'https://shop.example/',
  title: 'Shop',
  startedAt: START,
  endedAt: START + 600_000,
  vantage: VANTAGE,
  gpcFile: null,
  ...more,
  recorders: (more.recorders ?? []).map((one) => (typeof one === 'string' ? detected(one) : one)),
  scenarios: [...scenarios],
});

/** The same as evidence under the default policy. */
export const evidenceOf = (
  walk: Walk,
  policy: Partial<WalkEvidence['policy']> = {},
): WalkEvidence => ({ walk, policy: { ...DEFAULT_WALK_POLICY, ...policy } });

/** A path that was walked whole. Where it has a choice, the step `after` (and `withdrawn`) made it. */
export function scenario(
  id: ScenarioId,
  steps: readonly WalkStep[],
  more: Partial<WalkScenario> = {},
): WalkScenario {
  const choosing = (step: WalkStep): WalkStep =>
    step.choiceAt === null && (step.id === 'after' || step.id === 'withdrawn') && !hasNoChoice(id)
      ? { ...step, choiceAt: step.startedAt }
      : step;
  const isMade = steps.some((step) => step.id === 'after') && !hasNoChoice(id);
  return {
    id,
    repeat: 0,
    state: 'walked',
    obstacle: null,
    clicks: isMade ? 1 : null,
    steps: steps.map(choosing),
    ...more,
  };
}

/** A path that could not be walked. */
export const notWalked = (
  id: ScenarioId,
  obstacle: NonNullable<WalkScenario['obstacle']>,
): WalkScenario => scenario(id, [], { state: 'not-walked', obstacle });

/**
 * A step of ten seconds, watched whole. Moments of its events and requests are written in seconds from
 * its beginning, as `event` and `request` give them.
 */
export function step(
  id: StepId,
  events: readonly TimelineEvent[] = [],
  more: StepMore = {},
): WalkStep {
  const base = baseOf(id);
  const shift = base - START;
  const documentOf = id === 'after' || id === 'withdrawn' ? baseOf('before') : base;
  const moved = <T extends { t: number }>(one: T): T => ({ ...one, t: one.t + shift });
  return {
    id,
    url: 'https://shop.example/',
    startedAt: base,
    endedAt: base + 10_000,
    choiceAt: null,
    requestsDropped: 0,
    cookies: [],
    stored: [],
    banner: null,
    settings: null,
    bannerAtEnd: false,
    picture: '',
    ...more,
    timeline: {
      startedAt: documentOf,
      fromStart: true,
      dropped: 0,
      ...more.timeline,
      events: events.map(moved),
    },
    requests: (more.requests ?? []).map(moved),
    clicks: (more.clicks ?? []).map(moved),
  };
}

type StepMore = Partial<Omit<WalkStep, 'timeline'>> & {
  readonly timeline?: Partial<WalkStep['timeline']>;
};

/** Steps lie a hundred seconds apart, in the order of a path. */
const baseOf = (id: StepId): number => START + STEP_IDS.indexOf(id) * 100_000;

/** A request at `s` seconds after the beginning of its step. */
export const request = (s: number, url: string, more: Partial<WalkRequest> = {}): WalkRequest => ({
  t: START + s * 1_000,
  method: 'GET',
  url,
  type: 'fetch',
  party: 'third',
  owner: '',
  category: '',
  recorder: null,
  purpose: 'other',
  payload: 'none',
  bytes: null,
  initiator: 'parser',
  fromWorker: false,
  ...more,
});

export const cookie = (name: string, more: Partial<WalkCookie> = {}): WalkCookie => ({
  ...{ name, domain: 'shop.example', party: 'first', httpOnly: false, days: 30 },
  ...{ recorder: null, essential: false },
  ...more,
});

export const stored = (name: string, more: Partial<WalkStored> = {}): WalkStored => ({
  ...{ area: 'localStorage', name, origin: 'https://shop.example' },
  ...{ recorder: null, essential: false },
  ...more,
});

/** Paths on which nobody chooses. */
const hasNoChoice = (id: ScenarioId): boolean =>
  id === 'untouched' || id === 'gpc' || id === 'scroll';

const VANTAGE: Vantage = {
  driver: 'cli',
  browser: 'Chromium',
  version: '156',
  country: '',
  proxy: false,
  locale: 'en-GB',
  timezone: 'Europe/Berlin',
  viewport: { width: 1280, height: 800 },
  waits: { banner: 5_000, before: 5_000, after: 10_000 },
};
