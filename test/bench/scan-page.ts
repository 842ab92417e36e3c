/**
 * A page like those that are audited: plans without anything personal, a table of customers, a
 * thread of messages and forms, in turn. `elements` is met to within one part.
 */
export function scanPage(elements: number): string {
  const parts: string[] = [];
  let count = 6;
  for (let n = 0; count < elements; n++) {
    const part = PARTS[n % PARTS.length] ?? plans;
    const html = part(n);
    parts.push(html);
    count += html.match(/<[a-z]/g)?.length ?? 1;
  }
  return `<!doctype html><html lang="en"><head><title>Desk</title></head>
    <body><main id="desk">${parts.join('')}</main></body></html>`;
}

const times = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('');

const words = (seed: number): string => WORDS.slice(seed % 7, 8 + (seed % 10)).join(' ');

const WORDS =
  'the order was sent to the wrong street and arrived a week late so we asked for a new one'.split(
    ' ',
  );

const plans = (n: number): string =>
  `<section class="plans"><h2>Plans ${n}</h2>${times(
    8,
    (i) => `<div class="plan"><img alt="" src="/plan-${i}.png"><h3 class="plan-name">Team</h3>
    <p class="plan-text">${words(n + i)}.</p><ul><li>Seats</li><li>Support</li></ul>
    <a class="button" href="/plans/${i}" title="Choose this plan">Choose</a><span class="price">${i + 9}</span></div>`,
  )}</section>`;

const customers = (
  n: number,
): string => `<table class="customers"><thead><tr><th>Customer</th><th>Email</th>
  <th>Orders</th><th>State</th></tr></thead><tbody>${times(
    10,
    (
      i,
    ) => `<tr data-row="${i}"><td>Customer ${i}</td><td>person${n * 10 + i}@example.com</td><td>${i * 3}</td>
      <td><span class="state">open</span></td></tr>`,
  )}</tbody></table>`;

const thread = (n: number): string =>
  `<ol class="thread" role="log">${times(
    8,
    (
      i,
    ) => `<li class="message message--${i % 2 ? 'out' : 'in'}"><img class="avatar" alt="" src="/a/${i}.png">
    <span class="author">Person</span><time datetime="2026-11-01T10:00">10:${i + 10}</time>
    <div class="body"><p>${words(n + i)}.</p></div><button type="button" aria-label="Reply">Reply</button></li>`,
  )}</ol>`;

const form = (n: number): string => `<form class="address"><h2>Address ${n}</h2>
  <label>Email <input type="email" name="email"></label><label>Street <input name="street"></label>
  <label>City <input name="city"></label><label>Phone <input type="tel" name="phone"></label>
  <label>Country <select name="country"><option>Germany</option><option>France</option></select></label>
  <button>Save</button></form>`;

const PARTS = [plans, customers, plans, thread, plans, form];
