import { message } from '../../../core/message';
import type { BannerControl } from '../../../protocol/walk/banner';
import { noBanner, noReject, quote, readingsOf, shown } from '../../walk/readings';
import { number, teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** The words of the refusal stand out from what they stand on. */
export const rejectLegible: WalkRule = {
  id: 'reject-legible',
  title: message('consent.walk.rejectLegible.title'),
  source: 'WCAG 2.2, success criterion 1.4.3 (AA); EDPB cookie banner taskforce, type E',
  judge({ walk, policy }) {
    const { banner, settings } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const reject = shown(banner, 'reject')[0] ?? shown(settings, 'reject')[0];
    if (reject === undefined) return noReject(tell);
    const { selector, textContrast } = reject;
    const label = quote(reject.label);
    if (textContrast === null) {
      const text = message('consent.walk.rejectLegible.review', label);
      return [tell('needs-review', { text, selector })];
    }
    const { thresholds } = policy;
    const least = isLarge(reject) ? thresholds.largeTextContrast : thresholds.textContrast;
    const isLegible = textContrast >= least;
    const text = message(
      isLegible ? 'consent.walk.rejectLegible.pass' : 'consent.walk.rejectLegible.fail',
      label,
      number(textContrast),
      least,
      Math.round(reject.fontPx),
    );
    return [tell(isLegible ? 'pass' : 'fail', { text, selector })];
  },
};

const tell = teller('reject-legible', 'medium');

/** WCAG 2.2, "large scale": 18 pt, or 14 pt in bold. */
export const isLarge = ({ fontPx, fontWeight }: BannerControl): boolean =>
  fontPx >= 24 || (fontPx >= 18.66 && fontWeight >= 700);
