import type { Place } from './place';

/** rrweb-snapshot, `slimDOMExcluded`: which meta elements an option leaves out. */
export function isSlimMeta(
  { view }: Pick<Place, 'view'>,
  slim: Readonly<Record<string, boolean>>,
): boolean {
  if (view?.tag !== 'meta') return false;
  const name = (view.attribute('name') ?? '').toLowerCase();
  const property = (view.attribute('property') ?? '').toLowerCase();
  const is = (option: string, matches: boolean) => slim[option] === true && matches;
  return (
    is('headMetaDescKeywords', /^description|keywords$/.test(name)) ||
    is(
      'headMetaSocial',
      /^(og|twitter|fb):/.test(property) || /^((og|twitter):|pinterest$)/.test(name),
    ) ||
    is('headMetaRobots', /^(robots|googlebot|bingbot)$/.test(name)) ||
    is('headMetaHttpEquiv', view.attribute('http-equiv') !== null) ||
    is(
      'headMetaAuthorship',
      /^(author|generator|framework|publisher|progid)$/.test(name) ||
        /^(article|product):/.test(property),
    ) ||
    is(
      'headMetaVerification',
      /^(google-site-verification|yandex-verification|csrf-token|p:domain_verify|verify-v1|verification|shopify-checkout-api-token)$/.test(
        name,
      ),
    ) ||
    is('headFavicon', /^msapplication-tile(image|color)$|^application-name$/.test(name))
  );
}
