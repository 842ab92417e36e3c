import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { noBanner, quote, readingsOf } from '../../walk/readings';
import { teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** The banner leads to a privacy policy, and it is there. */
export const policyLink: WalkRule = {
  id: 'policy-link',
  title: message('consent.walk.policyLink.title'),
  source: 'GDPR, art. 13; Directive 2002/58/EC, art. 5(3) (clear and comprehensive information)',
  judge({ walk }) {
    const { banner, all } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const links = all.flatMap((reading) =>
      reading.policyLink === null ? [] : [reading.policyLink],
    );
    // Only some readings ask the server.
    const link = links.find(({ status }) => status !== null) ?? links[0];
    if (link === undefined) {
      const isRead = banner.where.frame !== 'cross-origin' && banner.where.shadow !== 'closed';
      const text = message(
        isRead ? 'consent.walk.policyLink.fail' : 'consent.walk.policyLink.reviewUnread',
      );
      return [tell(isRead ? 'fail' : 'needs-review', { text, selector: banner.selector })];
    }
    return [judgeLink(link)];
  },
};

const tell = teller('policy-link', 'medium');

function judgeLink({
  label,
  selector,
  href,
  status,
  hittable,
}: {
  label: string;
  selector: string;
  href: string;
  status: number | null;
  hittable: boolean;
}): Finding {
  const name = quote(label);
  const why = [message('consent.walk.policyLink.address', href.slice(0, 300) || '—')];
  const say = (outcome: Finding['outcome'], text: Finding['text']): Finding =>
    tell(outcome, { text, why, selector });
  if (!hittable) return say('fail', message('consent.walk.policyLink.failCovered', name));
  if (status === null) return say('needs-review', message('consent.walk.policyLink.review', name));
  if (status >= 200 && status < 300) {
    return say('pass', message('consent.walk.policyLink.pass', name, status));
  }
  // Servers answer so to programs that they take for robots, and send people elsewhere.
  const isUnclear = status < 400 || [401, 403, 405, 429].includes(status) || status >= 500;
  return isUnclear
    ? say('needs-review', message('consent.walk.policyLink.reviewStatus', name, status))
    : say('fail', message('consent.walk.policyLink.failStatus', name, status));
}
