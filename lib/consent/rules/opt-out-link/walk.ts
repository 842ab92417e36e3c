import { message } from '../../../core/message';
import { quote, readingsOf } from '../../walk/readings';
import { teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** A link by which people opt out of sale and sharing. */
export const optOutLink: WalkRule = {
  id: 'opt-out-link',
  title: message('consent.walk.optOutLink.title'),
  source: 'California Civil Code § 1798.135(a); CCPA regulations, 11 CCR §§ 7013 and 7015',
  judge({ walk }) {
    const controls = readingsOf(walk).all.flatMap((reading) => reading.controls);
    const link = controls.find(({ label, visible }) => visible && WORDS.test(label));
    if (link !== undefined) {
      const text = message('consent.walk.optOutLink.pass', quote(link.label));
      return [tell('pass', { text, selector: link.selector })];
    }
    // It stands in the footer as a rule, and only the banner was measured.
    const text = message('consent.walk.optOutLink.review', controls.length);
    return [tell('needs-review', { text })];
  },
};

const tell = teller('opt-out-link', 'medium');

/** The wordings that the regulations name. */
const WORDS = /do not (sell|share)|your (california )?privacy (choices|rights)|no vend[ae]/i;
