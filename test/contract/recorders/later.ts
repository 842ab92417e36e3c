import type { Fixture } from './fixtures';

/** A page that changes while it is recorded. */
export const LATER: Fixture = {
  id: 'later',
  body: `
    <input id="secret" type="password" value="@@"><input id="plain" value="@@">
    <textarea id="area">@@</textarea><p id="late">@@</p><p id="text">@@</p><p id="attribute">x</p>
    <div id="host"></div><div id="blocked" class="[block]"></div><div id="masked" class="[mask]"></div>`,
};

/**
 * Typing, changes of the page, marks that come late, and a password that is shown. The canaries are
 * `cnry54NNz`: 01 and 02 the password, before and after it is shown; 03 and 05 typed; 04 a
 * placeholder; 06 text under a mask that came late; 07 other text; 08 a title and 17 data; 09 and 10
 * in a blocked element; 11, 12 and 18 the title, text and data in a masked one; 13 straight in a
 * shadow root, 14 and 15 in elements of it, the latter masked.
 *
 * @param mask the recorder's class.
 */
export const changesWith = (mask: string): string => `(async () => {
  const of = (id) => document.getElementById(id);
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type(of('secret'), 'cnry5401z');
  of('secret').type = 'text';
  await new Promise((resolve) => setTimeout(resolve, 50));
  type(of('secret'), 'cnry5402z');
  type(of('plain'), 'cnry5403z');
  of('plain').placeholder = 'cnry5404z';
  type(of('area'), 'cnry5405z');
  of('late').className = '${mask}';
  of('late').firstChild.data = 'cnry5406z';
  of('text').textContent = 'cnry5407z';
  of('attribute').title = 'cnry5408z';
  of('attribute').dataset.user = 'cnry5417z';
  of('blocked').innerHTML = '<p title="cnry5409z">cnry5410z</p>';
  of('masked').innerHTML = '<p title="cnry5411z" data-user="cnry5418z">cnry5412z</p>';
  of('host').attachShadow({ mode: 'open' }).innerHTML =
    'cnry5413z <p>cnry5414z</p><p class="${mask}">cnry5415z</p>';
})()`;

/** The part of each canary that tells it apart, sorted, none twice. */
export const found = (payload: string, pattern: RegExp): string[] =>
  [...new Set([...payload.matchAll(pattern)].map(([, digits]) => digits ?? ''))].sort();
