import type { AuditFileFinding } from '../audit-file-schema';
import { type Judged, openFindings, type PageReport, type ReportFormat } from './contract';

/** For a job summary or a pull request: what stands in the way, page by page. */
export const markdown: ReportFormat<Judged> = {
  extension: 'md',
  head: (pages) => `# Hushmap: ${pages === 1 ? '1 page' : `${pages} pages`}\n\n`,
  page: (report) => (report.audit ? audited(report) : notReached(report)),
  tail: () => '',
};

/** Rows of one page: a job summary is read by a person. */
const MOST_ROWS = 50;

function audited({ url, audit }: PageReport<Judged>): string {
  if (!audit) return '';
  const open = openFindings(audit);
  const rows = open.slice(0, MOST_ROWS).map(row).join('');
  const more = open.length > MOST_ROWS ? `\n…and ${open.length - MOST_ROWS} more.\n` : '';
  const table = `| | finding | where | fix |\n|---|---|---|---|\n${rows}${more}\n`;
  return `## ${cell(url)}\n\n**${cell(audit.headline)}** ${cell(audit.nextStep)}\n\n${open.length > 0 ? table : ''}`;
}

function row({ outcome, severity, text, target, fix }: AuditFileFinding): string {
  const mark = outcome === 'fail' ? `✗ ${severity}` : '? needs a look';
  return `| ${mark} | ${cell(text)} | ${code(target.selector)} | ${fix ? code(fix.text) : ''} |\n`;
}

const notReached = ({ url, reason }: PageReport<Judged>): string =>
  `## ${cell(url)}\n\n**Not reached.** ${cell(reason)}\n\n`;

/** Text of a page must not become markup of the summary. */
export const cell = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, (char) => `\\${char}`);

/** A span of code ends at the first run of as many backticks, so it gets more than any in it. */
function code(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return plain === '' ? '' : `${fence} ${plain} ${fence}`;
}
