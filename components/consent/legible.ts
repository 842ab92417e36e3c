import { isLarge } from '../../lib/consent/rules/reject-legible/walk';
import type { Thresholds } from '../../lib/protocol/consent-policy';
import type { BannerControl } from '../../lib/protocol/walk/banner';

/** How much the words of a control must stand out, as the rule `reject-legible` has it; null: enough, or not told. */
export function missedContrast(control: BannerControl, thresholds: Thresholds): number | null {
  const least = isLarge(control) ? thresholds.largeTextContrast : thresholds.textContrast;
  const { textContrast } = control;
  return textContrast !== null && textContrast < least ? least : null;
}
