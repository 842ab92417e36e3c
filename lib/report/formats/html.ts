import type { AuditFileFinding } from '../audit-file-schema';
import { openFindings, type PageReport, type ReportFormat } from './contract';

/** One file that needs nothing else: no script, no picture, no font from elsewhere. */
export const html: ReportFormat = {
  extension: 'html',
  head: (pages) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Hushmap report</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What recorders would take</h1>
<p>${pages === 1 ? '1 page' : `${pages} pages`}. No personal value is in this report.</p>
`,
  page: (report) => (report.audit ? audited(report) : notReached(report)),
  tail: () => '</body>\n</html>\n',
};

function audited({ url, audit }: PageReport): string {
  if (!audit) return '';
  const open = openFindings(audit);
  const recorders = audit.recorders
    .map(
      ({ name, version, options }) => `${name}${version ? ` ${version}` : ''} (${WORDS[options]})`,
    )
    .join(', ');
  const rows = open.map(row).join('');
  const table =
    rows === ''
      ? ''
      : `<div class="scroll"><table><thead><tr><th scope="col">Finding</th><th scope="col">Where</th><th scope="col">Why</th><th scope="col">Fix</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return `<section>
<h2>${inHtml(url)}</h2>
<p class="verdict ${audit.verdict}"><strong>${inHtml(audit.headline)}</strong> ${inHtml(audit.nextStep)}</p>
<p>Judged by: ${inHtml(recorders)}. Read at ${inHtml(audit.time)}.</p>
${table}
</section>
`;
}

const WORDS = {
  read: 'options read on the page',
  entered: 'options entered',
  default: 'documented defaults',
} as const;

function row({ outcome, severity, text, target, why, fix }: AuditFileFinding): string {
  const mark =
    outcome === 'fail'
      ? `<b class="fail">✗ ${severity}</b>`
      : '<b class="review">? needs a look</b>';
  const reasons = why.map((line) => `<li>${inHtml(line)}</li>`).join('');
  const mend = fix ? `<code>${inHtml(fix.text)}</code><br>${inHtml(fix.effect)}` : '';
  return `<tr><td>${mark}<br>${inHtml(text)}</td><td><code>${inHtml(target.selector)}</code></td><td><ul>${reasons}</ul></td><td>${mend}</td></tr>`;
}

const notReached = ({ url, reason }: PageReport): string =>
  `<section><h2>${inHtml(url)}</h2><p class="verdict unknown"><strong>Not reached.</strong> ${inHtml(reason)}</p></section>\n`;

const inHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; --line: #d5d8dd; --fail: #b3261e; --review: #8a5a00; --clear: #1b6e3c; --dim: #5c6370 }
@media (prefers-color-scheme: dark) { :root { --line: #3b4048; --fail: #ff8a80; --review: #f0b429; --clear: #7bd88f; --dim: #a8b0bd } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1200px; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; overflow-wrap: anywhere }
section { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 1.5rem }
.verdict { border-left: 4px solid var(--dim); padding: .25rem .75rem }
.verdict.blocked { border-color: var(--fail) } .verdict.needs-proof { border-color: var(--review) } .verdict.clear { border-color: var(--clear) }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line) }
code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere } ul { margin: 0; padding-left: 1.1rem }
.fail { color: var(--fail) } .review { color: var(--review) }`;
