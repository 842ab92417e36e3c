/**
 * A page like those that are audited: a long thread with authors, times, links and avatars, some of
 * it personal, and a form every fifty rows. `elements` is met to within one row.
 */
export function scanPage(elements: number): string {
  const rows: string[] = [];
  let count = 6;
  for (let row = 0; count < elements; row++) {
    rows.push(rowOf(row));
    count += 8;
    if (row % 50 === 49) {
      rows.push(FORM);
      count += 7;
    }
  }
  return `<!doctype html><html lang="en"><head><title>Thread</title></head>
    <body><main id="thread" class="thread">${rows.join('')}</main></body></html>`;
}

const WORDS =
  'the order was sent to the wrong street and arrived a week late so we asked for a new one'.split(
    ' ',
  );

function rowOf(row: number): string {
  const words = WORDS.slice(row % 7, 9 + (row % 9)).join(' ');
  const personal =
    row % 10 === 0 ? ` Write to person${row}@example.com or +49 30 ${1234567 + row}.` : '';
  return `<article class="row row--${row % 2 ? 'odd' : 'even'}" data-row="${row}">
    <img class="avatar" alt="" src="/avatars/${row % 40}.png"><a class="author" href="/people/${row % 40}">Person</a>
    <time datetime="2026-11-01T10:00">10:${10 + (row % 50)}</time>
    <div class="body"><p>${words}.${personal}</p><button type="button" aria-label="Reply">Reply</button></div>
    <span class="count">${row % 13}</span></article>`;
}

const FORM = `<form><label>Email <input type="email" name="email" value=""></label>
  <label>Street <input name="street"></label><select name="country"><option>DE</option></select></form>`;
