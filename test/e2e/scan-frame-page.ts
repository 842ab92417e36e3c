import type { FrameEvidence } from '../../lib/protocol/evidence';

/** A canary for every channel: a personal value that must be found there and must not get out. */
export const CANARIES: Readonly<Record<string, string>> = {
  text: 'text.canary@example.com',
  split: 'split.canary@example.com',
  value: 'value.canary@example.com',
  typed: 'typed.canary@example.com',
  'value-attribute': 'cleared.canary@example.com',
  button: 'button.canary@example.com',
  'option-text': 'option.canary@example.com',
  'option-value': 'optvalue.canary@example.com',
  'label-attribute': 'optlabel.canary@example.com',
  placeholder: 'placeholder.canary@example.com',
  title: 'titleattr.canary@example.com',
  alt: 'alt.canary@example.com',
  aria: 'aria.canary@example.com',
  data: 'data.canary@example.com',
  id: 'id.canary@example.com',
  class: 'class.canary@example.com',
  name: 'name.canary@example.com',
  style: 'style.canary@example.com',
  href: 'href.canary@example.com',
  src: 'src.canary@example.com',
  action: 'action.canary@example.com',
  srcdoc: 'srcdoc.canary@example.com',
  meta: 'meta.canary@example.com',
  comment: 'comment.canary@example.com',
  'document-title': 'doctitle.canary@example.com',
  'page-url': 'pageurl.canary@example.com',
  'file-name': 'file.canary@example.com',
  textarea: 'textarea.canary@example.com',
  editable: 'editable.canary@example.com',
  hidden: 'hidden.canary@example.com',
  open: 'open.canary@example.com',
  closed: 'closed.canary@example.com',
  nested: 'nested.canary@example.com',
  clobbered: 'clobbered.canary@example.com',
  card: '4111111111111111',
  message: 'Ada, the surgery went badly and nobody at work may know',
};

const c = CANARIES;

export const CANARY_PATH = `/page?email=${c['page-url']}&tab=1`;

/** Closed roots are handed to the test through a map, as an extension would open them. */
export const CANARY_PAGE = `<!doctype html><html lang="en"><head>
<title>Inbox of ${c['document-title']}</title><meta name="author" content="${c.meta}"></head><body>
<!-- ask ${c.comment} -->
<p>Write to ${c.text} today.</p><p id="split"></p>
<form action="/send?to=${c.action}">
  <label>Email <input id="prefilled" type="email" name="email" value="${c.value}"></label>
  <label>Email <input id="typed" type="email" name="email2"></label>
  <label>Email <input id="cleared" type="email" name="email3" value="${c['value-attribute']}"></label>
  <label>Email <input id="empty" type="email" name="email4"></label>
  <label>Card number <input id="card" name="cardnumber" autocomplete="cc-number"></label>
  <label>Password <input id="password" type="password" value="hunter2-canary"></label>
  <input type="hidden" name="owner" value="${c.hidden}">
  <input type="submit" value="Send to ${c.button}">
  <input id="search" type="search" name="q" placeholder="as ${c.placeholder}">
  <select name="owner2"><optgroup label="${c['label-attribute']}"><option value="${c['option-value']}">${c['option-text']}</option></optgroup></select>
  <textarea name="notes">${c.textarea}</textarea><input id="file" type="file">
</form>
<div contenteditable="true">${c.editable}</div>
<a href="mailto:${c.href}" title="${c.title}" aria-label="Write ${c.aria}" data-user="${c.data}">Write</a>
<img alt="${c.alt}" src="/avatar.png?email=${c.src}">
<b id="${c.id}"></b><b class="u ${c.class}"></b><button type="button" name="${c.name}">x</button>
<i style="--owner: '${c.style}'"></i>
<iframe id="inner" srcdoc="<p>${c.srcdoc}</p>"></iframe><iframe src="https://pay.test/form"></iframe>
<ul class="chat-thread" role="log"><li class="message message--incoming"><span class="author">Bo Lind</span>
<p class="message-body">${c.message}</p></li></ul>
<x-open></x-open><x-closed></x-closed>
<form id="trap"><input name="attributes"><input name="children"><input name="parentNode">
<input name="nodeType"><input name="firstChild"><input name="localName"><input name="getAttribute">
<input name="getAttributeNames"><input name="shadowRoot"><input name="matches"><input name="id">
<input name="nextSibling"><input name="childNodes"><input name="namespaceURI"><input name="className">
<p>${c.clobbered}</p></form>
<img name="querySelector"><img name="documentElement"><img name="defaultView"><img name="getElementById">
<script>
  const closedRoots = new WeakMap();
  document.getElementById = null;
  const $ = (s) => Document.prototype.querySelector.call(document, s);
  $('#split').append('split.canary', '@example.com');
  $('#typed').value = '${c.typed}';
  $('#cleared').value = '';
  $('#card').value = '${c.card}';
  $('x-open').attachShadow({ mode: 'open' }).innerHTML = '<p>${c.open}</p><x-deep></x-deep>';
  const closed = $('x-closed').attachShadow({ mode: 'closed' });
  closed.innerHTML = '<p>${c.closed}</p>';
  closedRoots.set($('x-closed'), closed);
  const deep = $('x-open').shadowRoot.querySelector('x-deep');
  const nested = deep.attachShadow({ mode: 'closed' });
  nested.innerHTML = '<section><p>${c.nested}</p></section>';
  closedRoots.set(deep, nested);
</script></body></html>`;

export const RRWEB = {
  id: 'rrweb',
  detected: true,
  recording: true,
  version: '2.2.2',
  optionSource: 'read',
  options: {},
} as const;

/** A scan as an expression for `page.evaluate`; `extra` goes into the ports. */
export const scanExpression = (recorders: readonly unknown[] = [RRWEB], extra = ''): string =>
  `hushmapScan.scanFrame(document, ${JSON.stringify({ runKey: 'c0'.repeat(32), watch: false, recorders })}, {
    closedShadowRoot: (host) => typeof closedRoots === 'undefined' ? null : closedRoots.get(host) ?? null,
    judgeAt: hushmapScan.judgeAt, now: () => performance.now(), yieldToPage: hushmapScan.createYield(), ${extra} })`;

export const channelsOf = ({ sightings }: FrameEvidence): ReadonlySet<string> =>
  new Set(sightings.map(({ channel }) => channel));
