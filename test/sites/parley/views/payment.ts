import { type Html, html, type View, type ViewContext } from './html';

const BRANDS = ['Visa', 'Mastercard', 'American Express'];

export const payment = (at: ViewContext): View => ({
  title: 'Payment: Parley',
  name: 'payment',
  body: html`<section class="wrap page-head tight"><h1>Almost aboard</h1></section>
<section class="wrap pay">
${cardForm(at)}
<div class="pay-side">
<article class="panel order"><h2>Your order</h2><p class="order-no">PR-2026-0044-1793</p>
<dl><dt>Plan</dt><dd>Fleet, 22 people</dd><dt>For</dt><dd class="customer-name ph-mask">${at.one('payment-customer')}</dd><dt>Total</dt><dd class="total">$132.00</dd></dl></article>
<article class="panel billing-address ph-no-capture"><h2>Billing address</h2><p class="street-address" itemprop="streetAddress">${at.one('payment-street')}</p></article>
<parley-wallet></parley-wallet>
<article class="panel ${at.clean ? 'ph-no-capture' : ''}"><h2>Last invoice</h2><iframe id="invoice" class="ph-no-capture" src="${at.base}/frames/invoice" title="Last invoice"></iframe></article>
</div></section>`,
});

const cardForm = ({
  base,
  clean,
  one,
  otherOrigin,
}: ViewContext): Html => html`<form class="panel form" data-quiet action="${base}/chat"><h2>Card</h2>
<iframe id="card-vault" src="${otherOrigin}/card-vault" title="Stored cards"></iframe>
<p class="or"><span>or another card</span></p>
<div class="field"><label for="card-name">Name on card</label><input id="card-name" name="cc-name" autocomplete="cc-name" value="${one('payment-card-name')}"></div>
<div class="field"><label for="card-number">Card number</label><input id="card-number" name="cardnumber" inputmode="numeric" autocomplete="cc-number"></div>
<div class="field third"><label for="card-expiry">Expiry</label><input id="card-expiry" name="cc-exp" autocomplete="cc-exp" maxlength="7"></div>
<div class="field third"><label for="card-cvv">CVV</label><input id="card-cvv" name="cvv" inputmode="numeric" autocomplete="cc-csc" maxlength="4"></div>
<div class="field third"><label for="card-brand">Kind of card</label><select id="card-brand" name="cc-type" autocomplete="cc-type">${BRANDS.map((brand) => html`<option>${brand}</option>`)}</select></div>
<div class="field"><label for="statement">Bank statement, if your bank asks for one</label><input id="statement" name="statement" type="file" class="${clean ? 'ph-no-capture' : ''}"></div>
<input class="button wide" id="pay" type="submit" value="${clean ? 'Pay $132.00' : `Pay, receipt to ${one('payment-submit')}`}">
</form>`;

/** The invoice of the same origin: a document of its own. */
export const invoice = ({
  one,
}: ViewContext): Html => html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Invoice</title><link rel="stylesheet" href="/static/base.css"><link rel="stylesheet" href="/static/app.css"></head>
<body class="framed"><p class="muted">November</p><p class="customer-name" itemprop="name">${one('payment-invoice-name')}</p><p class="customer-email">${one('payment-invoice-email')}</p><table><tr><td>Fleet, 22 people</td><td>$132.00</td></tr></table></body></html>`;

/** Served by the other origin. */
export const cardVault = (
  { one }: Pick<ViewContext, 'one'>,
  style: string,
): Html => html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Card vault</title><style>${{ markup: style }}</style></head>
<body><p>Card on file for <b class="account-name">${one('payment-vault-name')}</b></p><label><input type="radio" name="stored" checked> ending in 31</label></body></html>`;
