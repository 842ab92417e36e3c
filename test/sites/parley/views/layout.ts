import { type Html, html, type View, type ViewContext } from './html';

/** The whole document around a view. Nothing in it depends on the view but the title and the main. */
export const layout = (view: View, at: ViewContext, settings: string): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Quiet messaging for teams who work on their feet.">
<title>${view.title}</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/vendor/klaro.css">
<link rel="stylesheet" href="/static/base.css">
<link rel="stylesheet" href="/static/landing.css">
<link rel="stylesheet" href="/static/app.css">
<link rel="stylesheet" href="/static/consent.css">
<script type="application/json" id="parley-settings">${raw(settings)}</script>
${at.clean ? '' : html`<script src="/vendor/posthog.js"></script>`}
<script src="/static/app.js"></script>
<script defer src="/vendor/klaro.js" data-config="klaroConfig"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${header(at)}
<main id="main" data-view="${view.name}">${view.body}</main>
${footer(at)}
</body>
</html>`;

const header = ({ base }: ViewContext): Html => html`<header class="top">
<div class="top-in">
<a class="brand" href="${base}/" aria-label="Parley, home">${logo}<span>Parley</span></a>
<nav id="menu" aria-label="Main">
<a href="${base}/#how">How it works</a>
<a href="${base}/#quiet">Quiet hours</a>
<a href="${base}/pricing">Pricing</a>
<a href="${base}/chat">Threads</a>
<a href="${base}/settings">Settings</a>
</nav>
<a class="button small" id="start" href="${base}/sign-up">Start free</a>
<button class="menu-button" type="button" aria-controls="menu" aria-expanded="false" aria-label="Menu"><i></i><i></i></button>
</div>
</header>`;

const footer = ({ base, clean }: ViewContext): Html => html`<footer class="foot">
<div class="foot-in">
<p class="foot-brand">${logo}<span>Parley</span></p>
<nav aria-label="Footer">
<a href="${base}/pricing">Pricing</a>
<a href="${base}/sign-up">Start free</a>
<a href="${base}/payment">Billing</a>
<a href="${clean ? '/' : '/clean/'}" data-reload>${clean ? 'Planted variant' : 'Mended variant'}</a>
<button type="button" class="link" data-consent>Privacy choices</button>
</nav>
<p class="fine">Built beside the water, for people who cannot look at a phone all day. <span class="release">Release 2026.11.07</span></p>
</div>
</footer>`;

/** Two speech shapes that share an edge. */
export const logo = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 10a7 7 0 0 1 7-7h6v10a7 7 0 0 1-7 7H3z" fill="var(--coral)"/><path d="M29 22a7 7 0 0 1-7 7h-6V19a7 7 0 0 1 7-7h6z" fill="var(--pine)"/></svg>`;

/** Inside a script element nothing is escaped but `<`. */
const raw = (json: string): Html => ({ markup: json.replace(/</g, '\\u003c') });
