import { planCanaries } from '../../../lib/wire/canaries';
import type { Canary, CanaryField } from '../../../lib/wire/contract';
import type { Fixture } from './fixtures';

const TYPED_INTO: readonly CanaryField[] = [
  { key: '#mail', pii: 'email', type: 'email' },
  { key: '#phone', pii: 'phone', type: 'tel' },
  { key: '#given', pii: 'name.given' },
  { key: '#notes', pii: 'message' },
  { key: '#secret', pii: 'password', type: 'password' },
  { key: '#card', pii: 'card.number' },
  { key: '#site', pii: 'url', type: 'url' },
  { key: '#account', pii: 'bank_account', type: 'number' },
  { key: '#masked', pii: 'name.family' },
  { key: '#boxed', pii: 'organization' },
  { key: '#wrapped', pii: 'address.city' },
  { key: '#opened', pii: 'job_title' },
];

/** What the page shows by itself. */
const SHOWN: readonly CanaryField[] = [
  { key: 'filled in', pii: 'name.middle' },
  { key: 'text', pii: 'name.full' },
  { key: 'title', pii: 'name.full' },
  { key: 'masked text', pii: 'name.full' },
];

/** In the query of the page's own address, which every recorder sends: what is not seen was not read. */
export const CONTROL: Canary = {
  ...{ field: 'page address', pii: null, value: 'cnry9999z', isSham: false },
  needles: [{ text: 'cnry9999z', leastPrefix: null, isNumber: false }],
};

export const { canaries, shams } = planCanaries('contract', [...TYPED_INTO, ...SHOWN]);

const canaryOf = (key: string): string => canaries.find(({ field }) => field === key)?.value ?? '';

/** Every kind of field that takes a canary, the recorder's own marks, and values of the page's own. */
export const WIRE_PAGE: Fixture = {
  id: 'wire',
  body: `<form><input id="mail" type="email" name="mail"><input id="phone" type="tel" name="phone">
    <input id="given" name="given"><textarea id="notes" name="notes"></textarea>
    <input id="secret" type="password"><input id="card"><input id="site" type="url">
    <input id="account" type="number"><input id="masked" class="[mask]">
    <div class="[block]"><input id="boxed"></div><div class="[mask]"><input id="wrapped"></div>
    <input id="opened" class="[unmask]"><input class="[ignore]" value="${canaryOf('filled in')}"></form>
    <p>@@ ${canaryOf('text')}</p><p title="@@ ${canaryOf('title')}">x</p>
    <p class="[mask]">@@ ${canaryOf('masked text')}</p>`,
};

/** Writes the canaries as a person would: focus, letters one by one, and on. */
export const TYPED = canaries
  .filter(({ field }) => TYPED_INTO.some(({ key }) => key === field))
  .map(
    ({ field, value }) => `{
      const field = document.querySelector(${JSON.stringify(field)});
      field.focus();
      for (const letter of ${JSON.stringify(value)}) {
        field.value += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
      }
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }`,
  )
  .join('\n');
