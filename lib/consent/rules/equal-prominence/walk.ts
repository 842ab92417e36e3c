import { type Message, message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerControl } from '../../../protocol/walk/banner';
import { areaOf, noBanner, noReject, quote, readingsOf, shown } from '../../walk/readings';
import { number, teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';
import type { ConsentWalkPolicy } from '../../walk-policy';

/**
 * Refusing looks as much like a choice as accepting. Size, font and kind can fail; colours are for a
 * person, because the guidance takes them case by case.
 */
export const equalProminence: WalkRule = {
  id: 'equal-prominence',
  title: message('consent.walk.equalProminence.title'),
  source:
    'EDPB cookie banner taskforce, report of 17 January 2023, types D and E; CNIL, recommendation of 17 September 2020; CCPA regulations § 7004(a)(2)',
  judge({ walk, policy }) {
    const { banner } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const [reject] = shown(banner, 'reject');
    if (reject === undefined) return noReject(tell);
    const [accept] = shown(banner, 'accept');
    if (accept === undefined) {
      const text = message('consent.walk.equalProminence.reviewNoAccept');
      return [tell('needs-review', { text, selector: banner.selector })];
    }
    return [compare(accept, reject, policy)];
  },
};

const tell = teller('equal-prominence', 'medium');

function compare(
  accept: BannerControl,
  reject: BannerControl,
  { thresholds }: ConsentWalkPolicy,
): Finding {
  const area = share(areaOf(reject), areaOf(accept));
  const font = share(reject.fontPx, accept.fontPx);
  const fill =
    accept.fillContrast === null || reject.fillContrast === null
      ? null
      : accept.fillContrast / Math.max(1, reject.fillContrast);
  const why = [
    message('consent.walk.equalProminence.area', ...sizes(reject, accept), number(area)),
    message('consent.walk.equalProminence.font', reject.fontPx, accept.fontPx, number(font)),
    message('consent.walk.equalProminence.kind', reject.kind, accept.kind),
    fillMessage(accept, reject),
  ];
  const small = area < thresholds.areaRatio || font < thresholds.fontRatio;
  const lesser = RANK[reject.kind] < RANK[accept.kind];
  const told = { why, selector: reject.selector };
  const [no, yes] = [quote(reject.label), quote(accept.label)];
  if (small || lesser) {
    const form = small ? 'failSize' : 'failKind';
    const text = message(
      `consent.walk.equalProminence.${form}`,
      no,
      yes,
      ...(small ? [number(area), number(font)] : [reject.kind, accept.kind]),
    );
    return tell('fail', { ...told, text });
  }
  if (fill === null || fill > thresholds.fillRatio) {
    const text =
      fill === null
        ? message('consent.walk.equalProminence.reviewUnread', no, yes)
        : message('consent.walk.equalProminence.reviewFill', yes, no, number(fill));
    return tell('needs-review', { ...told, text });
  }
  const text = message('consent.walk.equalProminence.pass', no, yes, number(area), number(font));
  return tell('pass', { ...told, text });
}

/** What draws less: an icon less than a link, a link less than a button. */
const RANK: Readonly<Record<BannerControl['kind'], number>> = { icon: 0, link: 1, button: 2 };

/** What can't be measured against anything has no share of it. */
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const sizes = (reject: BannerControl, accept: BannerControl): [string, string] => [
  `${Math.round(reject.box.width)} × ${Math.round(reject.box.height)}`,
  `${Math.round(accept.box.width)} × ${Math.round(accept.box.height)}`,
];

function fillMessage(accept: BannerControl, reject: BannerControl): Message | null {
  if (accept.fillContrast === null || reject.fillContrast === null) return null;
  return message(
    'consent.walk.equalProminence.fill',
    number(reject.fillContrast),
    number(accept.fillContrast),
  );
}
