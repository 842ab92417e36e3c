import { message } from '../../core/message';
import type { Finding } from '../../protocol/findings';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { Walk } from '../../protocol/walk/walk';
import type { Tell } from './tell';

/** What was measured of the banner, over all paths. */
export interface Readings {
  /** The first layer, as it came first; null: no banner was seen. */
  readonly banner: BannerReading | null;
  /** The second layer, where it was opened. */
  readonly settings: BannerReading | null;
  /** The second layer of every path that opened it, in order. */
  readonly opened: readonly BannerReading[];
  /** Every reading of either layer, in order. */
  readonly all: readonly BannerReading[];
}

export function readingsOf({ scenarios }: Walk): Readings {
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  const first = steps.flatMap(({ id, banner }) =>
    banner?.visible && (id === 'before' || id === 'warm') ? [banner] : [],
  );
  const later = steps.flatMap(({ id, banner }) =>
    banner?.visible && id !== 'before' && id !== 'warm' ? [banner] : [],
  );
  // After an acceptance, switches stand as somebody has set them.
  const second = steps.flatMap(({ id, settings }) =>
    settings === null || id === 'withdrawn' ? [] : [settings],
  );
  return {
    banner: first[0] ?? null,
    settings: second[0] ?? null,
    opened: second,
    all: [...first, ...second, ...later],
  };
}

/**
 * Whether all purposes could be read, so that what nothing names is not named. Switches of a first layer
 * are not all while a control that leads to more stayed unopened.
 */
export function isAllRead({ banner, opened }: Readings): boolean {
  if (opened.some(({ allPurposesRead }) => allPurposesRead)) return true;
  return banner?.allPurposesRead === true && shown(banner, 'settings').length === 0;
}

/** Controls of a kind that a person sees; the largest first. */
export const shown = (
  reading: BannerReading | null,
  role: BannerControl['role'],
): readonly BannerControl[] =>
  (reading?.controls ?? [])
    .filter((control) => control.role === role && control.visible)
    .toSorted((a, b) => areaOf(b) - areaOf(a));

/** Square CSS pixels. */
export const areaOf = ({ box }: BannerControl): number =>
  Math.max(0, box.width) * Math.max(0, box.height);

/** Without a banner nothing about a banner can be said. */
export function noBanner(tell: Tell, { scenarios }: Walk): Finding[] {
  const steps = scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
  return [tell('needs-review', { text: message('consent.walk.noBanner', steps) })];
}

/** What is compared with a refusal can't be judged without one; `reject-first-layer` says so. */
export const noReject = (tell: Tell): Finding[] => [
  tell('needs-review', { text: message('consent.walk.noReject') }),
];

export const quote = (label: string): string => label.trim().slice(0, 60) || '—';
