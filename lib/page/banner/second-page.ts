/**
 * Another page of the same site that a visitor may go to, by a link of this one; null: there is none.
 * Links that do something (sign out, delete, download) are left alone.
 */
export function secondPageOf(document: Document): string | null {
  const { origin, pathname } = document.location;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 2_000);
  const fits = links.filter(({ href, target, download }) => {
    if (!URL.canParse(href) || target === '_blank' || download !== '') return false;
    const url = new URL(href);
    return (
      url.origin === origin &&
      url.pathname !== pathname &&
      !DOES.test(href) &&
      !FILE.test(url.pathname)
    );
  });
  // Pages in the site's navigation are pages; those about privacy may be without any recorder.
  const ranked = fits.toSorted((a, b) => rank(a) - rank(b));
  return ranked[0]?.href ?? null;
}

const DOES = /log-?out|sign-?out|abmelden|deconnexion|delete|remove|unsubscribe|download|logoff/i;
const FILE = /\.(pdf|zip|png|jpe?g|gif|svg|webp|mp4|csv|xlsx?|docx?|xml|json|txt)$/i;
const ABOUT = /privacy|cookie|legal|terms|imprint|impressum|datenschutz|login|sign-?in|register/i;

const rank = (link: HTMLAnchorElement): number =>
  (ABOUT.test(link.href) ? 2 : 0) + (link.closest('nav, header') === null ? 1 : 0);
