import type { Translate } from '../../../lib/core/message';
import {
  type ConversionFigure,
  type Figures,
  type Grade,
  type MeasuresAbout,
  VITALS,
  type Vital,
} from '../../../lib/protocol/measures';
import { formatCount } from '../../ui/format';

/** One figure in words, in short and in full. */
export interface Said {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Null: it has none. */
  readonly grade: Grade | null;
  readonly about: string;
}

type Of = Pick<MeasuresAbout, 'unit' | 'goal' | 'k'>;

export function sayFigures(figures: Figures, of: Of, t: Translate): Said[] {
  const unit = t(`ui.heat.measures.units.${of.unit}`);
  const vitals = VITALS.flatMap((vital): Said[] => {
    const figure = figures[vital];
    if (figure === null) return [];
    const value = formatVital(vital, figure.p75, t);
    return [
      {
        id: vital,
        name: t(`ui.heat.measures.vitals.${vital}`),
        value,
        grade: figure.grade,
        about: t(`ui.heat.measures.vitalAbout.${vital}`, [value, formatCount(figure.people), unit]),
      },
    ];
  });
  const { conversion } = figures;
  if (conversion === null) return vitals;
  const share = formatWhole(conversion.share);
  const value = t('ui.heat.measures.converts', [share, formatWhole(marginOf(conversion))]);
  const about = t('ui.heat.measures.convertsAbout', [
    share,
    formatCount(conversion.people),
    unit,
    of.goal ?? '',
    formatWhole(conversion.low),
    formatWhole(conversion.high),
  ]);
  return [...vitals, { id: 'conversion', name: '', value, grade: null, about }];
}

/** An interval is not even on both sides; the longer one is said. */
const marginOf = ({ share, low, high }: ConversionFigure): number =>
  Math.max(high - share, share - low);

/** Shares are whole percents already; a decimal would claim more. */
const formatWhole = (share: number): string => formatCount(Math.round(share * 100));

function formatVital(vital: Vital, p75: number, t: Translate): string {
  return vital === 'cls' ? p75.toFixed(2) : t('ui.heat.measures.ms', [formatCount(p75)]);
}
