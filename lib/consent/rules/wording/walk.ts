import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerReading } from '../../../protocol/walk/banner';
import { noBanner, quote, readingsOf, shown } from '../../walk/readings';
import { teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';
import { lexiconKnows } from '../../words/recording';

/** A control says what pressing it does. */
export const wording: WalkRule = {
  id: 'wording',
  title: message('consent.walk.wording.title'),
  source:
    'GDPR, art. 4(11) and 7(2); EDPB Guidelines 3/2022 on deceptive design patterns; CCPA regulations § 7004(a)(4)',
  judge({ walk }) {
    const { banner } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const found = [
      ...acknowledging(banner),
      ...closing(banner),
      ...crossing(banner),
      ...postponing(banner),
    ];
    if (found.length > 0) return found;
    const isAccepting = shown(banner, 'accept').length > 0;
    const { written } = banner.lang;
    if (!isAccepting || (written !== '' && !lexiconKnows(written))) {
      const text = message('consent.walk.wording.review', banner.controls.length, written || '?');
      return [tell('needs-review', { text, selector: banner.selector })];
    }
    const labels = banner.controls.filter(({ visible }) => visible).length;
    return [
      tell('pass', {
        text: message('consent.walk.wording.pass', labels),
        selector: banner.selector,
      }),
    ];
  },
};

const tell = teller('wording', 'medium');

/** "OK", "Continue": nothing says that it consents. */
const acknowledging = (banner: BannerReading): Finding[] =>
  banner.controls
    .filter((control) => control.visible && control.acknowledges && control.role !== 'reject')
    .slice(0, 1)
    .map(({ label, selector, role }) =>
      tell(role === 'accept' ? 'fail' : 'needs-review', {
        text: message(
          role === 'accept' ? 'consent.walk.wording.fail' : 'consent.walk.wording.reviewClose',
          quote(label),
        ),
        selector,
        part: 'acknowledge',
      }),
    );

/** A cross is all that there is against accepting, and does not say what it does. */
function closing(banner: BannerReading): Finding[] {
  const [close] = shown(banner, 'close');
  if (close === undefined || shown(banner, 'reject').length > 0) return [];
  const text = message('consent.walk.wording.failCross', quote(close.label));
  return [tell('fail', { text, selector: close.selector, part: 'cross' })];
}

/** A cross that accepts: it is shown as a way out, and only its hidden name says what it does. */
const crossing = (banner: BannerReading): Finding[] =>
  shown(banner, 'accept')
    .filter(({ kind }) => kind === 'icon')
    .slice(0, 1)
    .map(({ label, selector }) =>
      tell('fail', {
        text: message('consent.walk.wording.failIcon', quote(label)),
        selector,
        part: 'icon',
      }),
    );

/** "Ask me later" is no refusal, least of all where there is no other. */
function postponing(banner: BannerReading): Finding[] {
  const later = banner.controls.find((control) => control.visible && control.later);
  if (later === undefined) return [];
  const isAll = shown(banner, 'reject').length === 0;
  const form = isAll ? 'failLater' : 'reviewLater';
  const text = message(`consent.walk.wording.${form}`, quote(later.label));
  const { selector } = later;
  return [tell(isAll ? 'fail' : 'needs-review', { text, selector, part: 'later' })];
}
