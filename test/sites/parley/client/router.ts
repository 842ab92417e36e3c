import type { SiteSettings } from './settings';

type Enhance = (root: ParentNode, settings: SiteSettings) => void;

/** Client-side routing: links change the main part and the title, and the history keeps the way. */
export function startRouter(settings: SiteSettings, enhance: Enhance): void {
  let page = location.pathname + location.search;
  let latest = 0;

  const show = async (url: URL): Promise<void> => {
    const turn = ++latest;
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const main = next.querySelector('main');
    // A quicker click has gone elsewhere meanwhile.
    if (!main || turn !== latest) return;
    const adopted = document.importNode(main, true);
    document.querySelector('main')?.replaceWith(adopted);
    document.title = next.title;
    enhance(adopted, settings);
    scrollToTarget(url.hash);
  };

  document.addEventListener('click', (event) => {
    const toggle = event.target instanceof Element ? event.target.closest('.menu-button') : null;
    const menu = document.getElementById('menu');
    if (toggle) {
      const open = menu?.classList.toggle('open') ?? false;
      toggle.setAttribute('aria-expanded', String(open));
      return;
    }
    const url = ownLink(event, settings);
    if (!url) return;
    menu?.classList.remove('open');
    document.querySelector('.menu-button')?.setAttribute('aria-expanded', 'false');
    if (url.pathname + url.search === page) return;
    event.preventDefault();
    page = url.pathname + url.search;
    history.pushState(null, '', url);
    void show(url);
  });

  window.addEventListener('popstate', () => {
    const url = new URL(location.href);
    if (url.pathname + url.search === page) return;
    page = url.pathname + url.search;
    void show(url);
  });
}

/** Where a plain click on one of this variant's links leads; null for everything else. */
function ownLink(event: MouseEvent, { clean }: SiteSettings): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.dataset.reload !== undefined) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin) return null;
  return url.pathname.startsWith('/clean') === clean ? url : null;
}

function scrollToTarget(hash: string): void {
  const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
}
