import type { Settings } from './client/settings';
import type { Platform } from './pages/page';

/** A page of the shop, with what its platform needs in its head. */
export function shopPage(settings: Settings): string {
  const { page, words, isSecond } = settings;
  const { site } = words;
  const cards = site.cards.map(
    ([name, text]) => `<article class="card-seed"><i></i><h2>${name}</h2><p>${text}</p></article>`,
  );
  // Something to scroll to; tarteaucitron takes two heights of the screen for a yes.
  const shelf = cards.join('').repeat(page.flaws.includes('scroll-accepts') ? 12 : 4);
  return documentOf(
    settings,
    `<main><h1>${isSecond ? site.second : site.title}</h1>
<p class="lead">${isSecond ? site.secondText : site.lead}</p>
<div class="cards">${isSecond ? cards.join('') : shelf}</div></main>
<footer><a href="/${page.name}/privacy">${words.banner.policy}</a>${reopen(settings)}<a href="/${page.name}${isSecond ? '' : '/second'}">${isSecond ? site.back : site.second}</a></footer>`,
    HEADS[page.platform],
  );
}

/** The frame that a banner stands in. */
export const framePage = (settings: Settings): string =>
  documentOf({ ...settings, isFrame: true }, '', '', false);

export const privacyPage = (settings: Settings): string =>
  documentOf(
    settings,
    `<main><h1>${settings.words.banner.policy}</h1><p class="lead">${settings.words.site.privacyText}</p></main>
<footer><a href="/${settings.page.name}">${settings.words.site.back}</a></footer>`,
    null,
  );

export function signInPage(settings: Settings): string {
  const { site } = settings.words;
  return documentOf(
    settings,
    `<main><h1>${site.signIn}</h1><form class="sign-in" method="post" action="/${settings.page.name}/login">
<label>${site.email}<input type="email" name="email" autocomplete="username" required></label>
<label>${site.password}<input type="password" name="password" autocomplete="current-password" required></label>
<button>${site.signIn}</button></form></main>`,
    null,
  );
}

/** The list of pages, for people. */
export function indexPage(names: readonly string[]): string {
  const list = names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Banners</title><body><h1>${names.length} banners</h1><ul>${list}</ul></body></html>`;
}

const VENDOR = (name: string): string => `<script defer src="/vendor/${name}.js"></script>`;
const STYLE = (path: string): string => `<link rel="stylesheet" href="${path}">`;

const HEADS: Readonly<Record<Platform, string>> = {
  own: '',
  klaro: STYLE('/vendor/klaro.css') + VENDOR('klaro'),
  cookieconsent: STYLE('/vendor/cookieconsent.css') + VENDOR('cookieconsent'),
  tarteaucitron: '<script src="/tarteaucitron/tarteaucitron.js"></script>',
};

/** @param head - What the platform needs; null: a page without a banner. */
function documentOf(
  settings: Settings,
  body: string,
  head: string | null,
  hasHeader = true,
): string {
  const { page, words, isFrame } = settings;
  const lang = isFrame ? (page.bannerLang ?? page.lang) : page.lang;
  const script = page.flaws.includes('script-gone') ? '/static/consent-v3.js' : '/static/page.js';
  const own = page.flaws.includes('default-look') ? '' : STYLE('/static/platforms.css');
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  const active = `<script type="application/json" id="shop">${data}</script><script src="${script}"></script>${own}`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${isFrame ? words.banner.title : `${words.site.title} · Hazel Seeds`}</title><link rel="icon" href="data:,">${STYLE('/static/shop.css')}
${head === null ? '' : head.includes('defer') ? active + head : head + active}</head>
<body>${hasHeader ? `<header><a class="brand" href="/${page.name}">Hazel Seeds</a></header>` : ''}${body}</body></html>`;
}

function reopen({ page, words }: Settings): string {
  return page.flaws.includes('no-reopen')
    ? ''
    : `<button type="button" id="reopen">${words.banner.reopen}</button>`;
}
