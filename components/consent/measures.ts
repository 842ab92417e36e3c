import { areaOf, readingsOf, shown } from '../../lib/consent/walk/readings';
import type { BannerControl, BannerReading } from '../../lib/protocol/walk/banner';
import type { Walk, WalkScenario } from '../../lib/protocol/walk/walk';

/** A layer of the banner as the rules measure it. */
export interface MetBanner {
  readonly layer: 1 | 2;
  readonly reading: BannerReading;
  readonly scenario: WalkScenario;
  /** Name of its picture; empty: none was taken. */
  readonly picture: string;
}

/** Each layer of the banner once: the one that the findings are about. */
export function bannersOf(walk: Walk): MetBanner[] {
  const { banner, settings, all } = readingsOf(walk);
  // One that came late is nobody's first impression, but it is what there is to see.
  const first = banner ?? all.find(({ layer }) => layer === 1) ?? null;
  return [
    ...(first === null ? [] : metAs(1, first, walk)),
    ...(settings === null || settings === first ? [] : metAs(2, settings, walk)),
  ];
}

const metAs = (layer: 1 | 2, reading: BannerReading, { scenarios }: Walk): MetBanner[] =>
  scenarios
    .flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })))
    .filter(({ step }) => step.banner === reading || step.settings === reading)
    .slice(0, 1)
    .map(({ scenario, step }) => ({
      ...{ layer, reading, scenario },
      // At the end of a step with a choice, the layer that was open for it has gone.
      picture: step.banner === reading ? step.picture : '',
    }));

/** Presses that a choice took on its path; null: the path was not walked to its choice. */
export const pressesFor = ({ scenarios }: Walk, role: BannerControl['role']): number | null =>
  role === 'accept' || role === 'reject'
    ? (scenarios.find(({ id, clicks }) => id === role && clicks !== null)?.clicks ?? null)
    : null;

/** One measure of two controls, and how many times more the first has of it. */
export interface Against {
  readonly measure: 'area' | 'font' | 'fill' | 'presses';
  readonly accept: number;
  readonly reject: number;
  /** Reject's part of accept's: 1 where they are alike. */
  readonly ratio: number;
}

/** Accept beside reject, where a layer has both: the largest that is seen of each, as `equal-prominence` has it. */
export function acceptAgainstReject(reading: BannerReading, walk: Walk): Against[] {
  const [accept] = shown(reading, 'accept');
  const [reject] = shown(reading, 'reject');
  if (accept === undefined || reject === undefined) return [];
  return [
    against('area', areaOf(accept), areaOf(reject)),
    against('font', accept.fontPx, reject.fontPx),
    against('fill', accept.fillContrast, reject.fillContrast),
    against('presses', pressesFor(walk, 'accept'), pressesFor(walk, 'reject')),
  ].filter((each) => each !== null);
}

function against(
  measure: Against['measure'],
  accept: number | null,
  reject: number | null,
): Against | null {
  if (accept === null || reject === null || accept <= 0) return null;
  return { measure, accept, reject, ratio: reject / accept };
}
