import type { Translate } from '../../lib/core/message';
import type { Effect, Preview } from '../../lib/protocol/preview';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupNameIn } from '../../lib/recorders/setups';
import { formatCount } from '../ui/format';

type Setups = readonly RecorderState[];

/** What the marks cover on the page of this tab, and what they hide. */
export function marksSaid({ values, kinds, fidelity }: Effect, setups: Setups, t: Translate) {
  const covered = Math.max(0, values.before - values.after);
  const costs = costsOf(fidelity, setups);
  return [
    covered > 0
      ? t('ui.audit.preview.exposure', [formatCount(covered), formatCount(values.before)])
      : t('ui.audit.preview.exposureNone'),
    ...(kinds.after > 0 ? [t('ui.audit.preview.kinds', [kinds.after, kinds.before])] : []),
    ...costs.map((cost) => t('ui.audit.preview.cost', cost)),
    ...(costs.length === 0 ? [t('ui.audit.preview.noCost')] : []),
  ].join(' ');
}

/** Which options it is predicted with. */
export const suggestedSaid = (
  { suggested }: NonNullable<Preview['options']>,
  setups: Setups,
  t: Translate,
): string =>
  suggested
    .map((each) => t('ui.audit.preview.options.suggested', [each.count, setupNameIn(setups, each)]))
    .join(', ');

/** What the suggested options would cover and hide: a prediction, since nobody has set them. */
export function optionsSaid({ values, fidelity }: Effect, setups: Setups, t: Translate) {
  const covered = Math.max(0, values.before - values.after);
  const costs = costsOf(fidelity, setups);
  return [
    covered > 0
      ? t('ui.audit.preview.options.exposure', [formatCount(covered), formatCount(values.before)])
      : t('ui.audit.preview.options.exposureNone'),
    ...costs.map((cost) => t('ui.audit.preview.options.cost', cost)),
    ...(costs.length === 0 ? [t('ui.audit.preview.options.noCost')] : []),
    t('ui.audit.preview.options.prediction'),
  ].join(' ');
}

/** Whoever hides more controls than before, how many more, and of how many. */
const costsOf = (fidelity: Effect['fidelity'], setups: Setups) =>
  fidelity
    .filter(({ hidden }) => hidden.after > hidden.before)
    .map(
      (each) =>
        [
          setupNameIn(setups, each),
          formatCount(each.hidden.after - each.hidden.before),
          formatCount(each.controls),
        ] as const,
    );
