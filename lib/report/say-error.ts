import type { MessageId, Translate } from '../core/message';
import { formatShare } from '../core/numbers';
import { BENCHMARK } from '../heatmap/error/map-error';
import type { MapErrorTold } from '../protocol/heat-kinds';

export interface ErrorWords {
  /** Against the benchmark where all is known; never a number where a part of it is not. */
  readonly total: string;
  readonly parts: readonly { readonly name: string; readonly said: string; readonly how: string }[];
  /** What would make chance smaller; null where nobody was counted. */
  readonly more: string | null;
}

/** How far a picture may be off, each kind of error by itself, and what would make it surer. */
export function sayError(error: MapErrorTold, t: Translate): ErrorWords {
  const { total, more } = error;
  const benchmark = 100 * BENCHMARK;
  return {
    total:
      total === null
        ? t('ui.heat.sure.totalUnknown')
        : t(totalKey(total), [formatShare(total), benchmark]),
    parts: PARTS.map((name) => {
      const { value, how, model } = error[name];
      return {
        name: t(`ui.heat.sure.${name}`),
        said:
          value === null
            ? t('ui.heat.sure.unknown')
            : t(`ui.heat.sure.${how}`, [formatShare(value)]),
        how: t(`ui.heat.sure.model.${model}`),
      };
    }),
    more: more && sayMore(more.times, benchmark, t),
  };
}

const PARTS = ['quantisation', 'anonymisation', 'sampling'] as const;

const totalKey = (total: number): MessageId =>
  total <= BENCHMARK ? 'ui.heat.sure.within' : 'ui.heat.sure.total';

const sayMore = (times: number, benchmark: number, t: Translate): string =>
  times > 1
    ? t('ui.heat.sure.more', [Math.round(times * 10) / 10, benchmark])
    : t('ui.heat.sure.enough', [benchmark]);
