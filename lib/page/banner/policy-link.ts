import type { BannerReading } from '../../protocol/walk/banner';
import { redactText } from '../../report/redact-text';
import { redactUrl } from '../../report/redact-url';
import { createLocator } from '../locator';
import { findDeep } from './deep';
import { nameOf } from './label';
import type { BannerPorts } from './ports';
import { isHittable, isSeen } from './visible';

/** The link of a banner to what its site says of privacy; null: it has none that can be seen. */
export function policyLinkIn(banner: Element, ports: BannerPorts): BannerReading['policyLink'] {
  const links = findDeep(banner, 'a[href]', ports.shadowRootOf).filter(isSeen);
  const link = links.find((one) => isPolicy(one, nameOf(one)));
  if (!(link instanceof HTMLAnchorElement)) return null;
  return {
    label: redactText(nameOf(link)).slice(0, 200),
    selector: createLocator()(link).selector,
    href: redactUrl(link.href),
    status: null,
    hittable: isHittable(link, ports),
  };
}

/** The address of that link as it is, for asking whether it leads anywhere. Never kept. */
export function policyAddress(banner: Element, ports: BannerPorts): string | null {
  const links = findDeep(banner, 'a[href]', ports.shadowRootOf).filter(isSeen);
  const link = links.find((one) => isPolicy(one, nameOf(one)));
  return link instanceof HTMLAnchorElement && /^https?:/.test(link.href) ? link.href : null;
}

function isPolicy(link: Element, label: string): boolean {
  const href = link.getAttribute('href') ?? '';
  if (/^(#|javascript:|$)/i.test(href)) return false;
  return POLICY.test(label) || /privac|cookie|datenschutz|legal|impressum/i.test(href);
}

const POLICY =
  /polic|notice|statement|learn more|more info|datenschutz|richtlinie|erklärung|mehr erfahren|mehr info|politique|confidentialit|en savoir plus|pol[íi]tica|m[áa]s informaci|privacidad|privacidade|informativa|maggiori info|riservatezza|beleid|verklaring|meer info|meer weten|polityk|prywatno|więcej|integritet|läs mer|personvern|privatliv|læs mere|tietosuoja|lue lisää|zásady|soukrom|adatvéd|confidențial|gizlilik|политик|конфиденц|πολιτικ|απορρήτου|プライバシー|ポリシー|隐私|隱私|개인정보|privacy/i;
