import type { AuditFileFinding } from '../audit-file-schema';
import { openFindings, type PageReport, type ReportFormat } from './contract';
import { inHtml, pageHead } from './html-page';

/** One file that needs nothing else: no script, no picture, no font from elsewhere. */
export const html: ReportFormat = {
  extension: 'html',
  head: (pages) => `${pageHead('Hushmap report', '')}
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
