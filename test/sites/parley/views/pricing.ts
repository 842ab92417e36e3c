import { html, type View, type ViewContext } from './html';

const PLANS = [
  {
    name: 'Crew',
    sku: 'PRL-1001-CREW',
    amount: '$0',
    per: 'for up to 9 people',
    points: ['Threads without limit', 'Log of the day', 'Quiet hours'],
    act: 'Start free',
  },
  {
    name: 'Fleet',
    sku: 'PRL-2041-FLEET',
    amount: '$6',
    per: 'a person a month',
    points: ['Everything in Crew', 'Several piers or sites', 'Emergency word', 'Two years of log'],
    act: 'Choose Fleet',
  },
  {
    name: 'Port',
    sku: 'PRL-3300-PORT',
    amount: '$11',
    per: 'a person a month',
    points: [
      'Everything in Fleet',
      'Own sign-in',
      'Own storage region',
      'A phone that is answered',
    ],
    act: 'Choose Port',
  },
] as const;

const ROWS = [
  ['People', '9', '250', 'any'],
  ['Sites', '1', '12', 'any'],
  ['Log kept for', '90 days', '2 years', 'as agreed'],
  ['Photos', '2 GB', '200 GB', '2 TB'],
  ['Offline lines', 'yes', 'yes', 'yes'],
] as const;

const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'];

export const pricing = ({ base, clean, one }: ViewContext): View => ({
  title: 'Pricing: Parley',
  name: 'pricing',
  body: html`<section class="wrap page-head"><h1>Pay for people,<br>not for noise</h1><p class="lead">Every plan has every habit. Larger plans add places, years and guarantees.</p></section>
<section class="wrap price-cards">${PLANS.map(
    (plan) =>
      html`<article class="price ${plan.name === 'Fleet' ? 'hot' : ''}" id="price-${plan.name.toLowerCase()}"><h2>${plan.name}</h2><p><span class="amount">${plan.amount}</span> ${plan.per}</p><ul>${plan.points.map((point) => html`<li>${point}</li>`)}</ul><a class="button ${plan.name === 'Fleet' ? '' : 'ghost'}" href="${base}/sign-up">${plan.act}</a><p class="sku">${plan.sku}</p></article>`,
  )}</section>
<section class="wrap sums"><div class="panel">
<h2>What would it cost us?</h2>
<label for="seats">People <output id="seats-out">22</output></label><input id="seats" type="range" min="1" max="250" value="22">
<label for="since">Running since</label><select id="since">${YEARS.map((year) => html`<option>${year}</option>`)}</select>
<label for="coupon">Coupon</label><input id="coupon" name="coupon" type="text" placeholder="QUAY-2026" autocomplete="off">
${
  clean
    ? ''
    : html`<label for="bill-to">Bill to</label><select id="bill-to" name="bill_to"><option value="new">A new account</option><option value="account-2">${one('pricing-bill-option')}</option><option value="${one('pricing-bill-value')}">Ropewalk Arts</option></select>`
}
<p class="sum"><b id="sum">$132.00</b> a month, before tax</p>
<a class="button" id="go-pay" href="${base}/payment">Continue to payment</a>
</div>
<div class="panel table"><h2>Side by side</h2><table><thead><tr><th scope="col"></th><th scope="col">Crew</th><th scope="col">Fleet</th><th scope="col">Port</th></tr></thead><tbody>${ROWS.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
<label for="faq-search">Something unclear?</label><input id="faq-search" type="search" placeholder="Search questions"></div></section>`,
});
