import { type Html, html, type View, type ViewContext } from './html';

const LANGUAGES = ['English', 'Norsk', 'Svenska', 'Deutsch'];

export const settings = (at: ViewContext): View => ({
  title: 'Settings: Parley',
  name: 'settings',
  body: html`<section class="wrap page-head tight"><h1>Settings</h1></section>
<section class="wrap settings">
<nav class="rail" aria-label="Settings"><a href="#account" aria-current="true">Account</a><a href="#money">Money</a><a href="#devices">Devices</a></nav>
<div class="settings-in">${account(at)}${money(at)}${devices(at)}</div></section>`,
});

const FIELDS = [
  ['set-name', 'Full name', 'name', 'name', 'text', 'settings-name', ''],
  ['set-email', 'E-mail address', 'email', 'email', 'email', 'settings-email', ''],
  ['set-phone', 'Mobile phone', 'phone', 'tel', 'tel', 'settings-phone', ''],
  ['set-street', 'Street address', 'street', 'street-address', 'text', 'settings-street', ''],
  ['set-city', 'City', 'city', 'address-level2', 'text', 'settings-city', 'half'],
  ['set-postal', 'Postal code', 'postal_code', 'postal-code', 'text', 'settings-postal', 'half'],
] as const;

const account = ({
  clean,
  one,
}: ViewContext): Html => html`<article class="panel form" id="account" ${clean ? '' : html`data-user-email="${one('settings-account-data')}"`}>
<div class="account-top"><span class="avatar big" role="img" style="--hue:12" aria-label="${clean ? 'Your picture' : `Signed in as ${one('settings-avatar-aria')}`}"></span><div><h2>Account</h2><p class="muted">Shown to the people you share a thread with.</p></div></div>
${FIELDS.map(([id, label, name, complete, type, value, size]) => html`<div class="field ${size}"><label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" autocomplete="${complete}" value="${one(value)}"></div>`)}
<div class="field"><label for="language">Language</label><select id="language" class="language">${LANGUAGES.map((language) => html`<option>${language}</option>`)}</select></div>
<div class="field ${clean ? 'ph-no-capture' : ''}"><span class="label">Signature</span><iframe id="signature" title="Signature" srcdoc="${signature(one('settings-srcdoc')).markup}"></iframe></div>
</article>`;

const money = ({
  clean,
  one,
  all,
}: ViewContext): Html => html`<article class="panel" id="money"><h2>Money</h2>
<p>Paid out on the first of the month.</p><p class="payout">Account <b class="iban ph-mask">${one('settings-payout')}</b></p>
${
  clean
    ? ''
    : html`<fieldset><legend>Who else sees the invoices?</legend>${all('settings-shared').map(
        (person, i) =>
          html`<label class="choice"><input type="checkbox" name="share_with" value="${person}">${i === 0 ? 'Skipper of the day' : 'Purser'}</label>`,
      )}</fieldset>`
}</article>`;

const devices = ({
  clean,
  one,
}: ViewContext): Html => html`<article class="panel" id="devices"><h2>Devices</h2>
<p class="last-login">Last sign-in from <span class="ip ${clean ? 'ph-mask' : ''}">${one('settings-ip')}</span>, this morning.</p>
<p class="label">Token of this device</p><p class="device-token ${clean ? 'ph-mask' : ''}">${one('settings-token')}</p>
<p class="muted">Build <span class="build">4.18.2 (4173-2026)</span></p>
<button type="button" class="button ghost" data-opens="leave">Sign out everywhere</button>
<dialog id="leave" aria-labelledby="leave-title"><form method="dialog" data-quiet><h2 id="leave-title">Sign out everywhere?</h2><p>Each device asks for the password again. Lines that still wait on them are kept.</p><p class="row"><button class="button" value="leave">Sign out</button><button class="button ghost" value="cancel">Stay signed in</button></p></form></dialog></article>`;

const signature = (email: string): Html =>
  html`<body style="margin:0;font:14px sans-serif;color-scheme:light dark"><p class="customer-email">${email}</p></body>`;
