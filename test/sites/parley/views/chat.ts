import { type Html, html, type View, type ViewContext } from './html';

const TIMES = ['08:02', '08:05', '08:11', '08:13', '08:20', '08:21'];

export const chat = (at: ViewContext): View => ({
  title: 'Threads: Parley',
  name: 'chat',
  body: html`<div class="desk">
${threads(at)}
<section class="thread-view" aria-label="Thread">
<header class="thread-top"><div><h1 class="thread-title">Boat three, frame</h1><p class="muted">Open for two days</p></div>
<div class="thread-tools"><a class="mail icon ${at.clean ? 'ph-no-capture' : ''}" href="mailto:${at.one('chat-mailto')}" aria-label="Write a letter instead">${mailIcon}</a><button type="button" class="button small" data-opens="settle">Settle</button></div></header>
<ol class="messages" role="log" aria-label="Messages" tabindex="0">${messages(at)}</ol>
<form class="composer" data-quiet><label class="hidden" for="compose">Your message</label><textarea id="compose" name="message" rows="2"></textarea><button class="button small" type="submit">Send</button></form>
</section>
<aside class="side" aria-label="About this thread">
<parley-profile class="ph-mask"></parley-profile>
<article class="panel private-note ph-no-capture"><h2>Only for you</h2><p class="message-text">${at.one('chat-note')}</p></article>
<figure><img class="photo ${at.clean ? 'ph-no-capture' : ''}" src="/static/slipway.svg" alt="Photo by ${at.one('chat-photo-alt')}" width="280" height="180"><figcaption>The slipway, Monday</figcaption></figure>
</aside>
<dialog id="settle" aria-labelledby="settle-title"><form method="dialog" data-quiet><h2 id="settle-title">Settle this thread?</h2><p>It folds into one line of the log. Anyone in it can open it again.</p><p class="row"><button class="button" value="settle">Settle the thread</button><button class="button ghost" value="cancel">Keep it open</button></p></form></dialog>
</div>`,
});

const threads = ({ all, clean }: ViewContext): Html => {
  const names = all('chat-thread-names');
  const previews = all('chat-thread-previews');
  const mask = clean ? 'ph-mask' : '';
  return html`<section class="threads" aria-label="Threads">
<label class="hidden" for="thread-search">Search</label><input id="thread-search" type="search" placeholder="Search threads">
<ul>${names.map(
    (name, i) =>
      html`<li class="thread" ${i === 0 ? html`aria-current="true"` : ''}><button type="button"><span class="avatar" aria-hidden="true" style="--hue:${(i * 67 + 12) % 360}"></span><span class="thread-name ${mask}">${name}</span><span class="thread-preview message-text ${mask}">${previews[i] ?? ''}</span></button></li>`,
  )}</ul></section>`;
};

const messages = ({ all, clean }: ViewContext): Html => {
  const author = all('chat-authors')[0] ?? '';
  const open = all('chat-messages').map((text, i) => {
    const own = i % 2 === 1;
    return html`<li class="message ${own ? 'own' : ''} ${clean ? 'ph-mask' : ''}">${own ? '' : html`<span class="author" itemprop="author">${author}</span>`}<p class="message-text">${text}</p><time>${TIMES[i] ?? ''}</time></li>`;
  });
  const sealed = all('chat-sealed').map(
    (text, i) =>
      html`<li class="message sealed ph-mask ${i === 1 ? 'own' : ''}"><p class="message-text">${text}</p><time>${i === 0 ? '08:24' : '08:26'}</time></li>`,
  );
  return html`${open}${sealed}`;
};

const mailIcon = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 5h14v10H3zM3 6l7 5 7-5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`;
