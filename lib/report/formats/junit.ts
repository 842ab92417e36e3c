import type { AuditFileFinding } from '../audit-file-schema';
import { type Judged, openFindings, type PageReport, type ReportFormat } from './contract';

/** JUnit's XML, as CI systems read it: a suite per page, a case per finding. */
export const junit: ReportFormat<Judged> = {
  extension: 'xml',
  head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hushmap">\n',
  page: (report) => (report.audit ? suite(report, report.audit.findings) : notReached(report)),
  tail: () => '</testsuites>\n',
};

function suite(report: PageReport<Judged>, findings: readonly AuditFileFinding[]): string {
  const open = new Set(report.audit ? openFindings(report.audit) : []);
  const cases = findings.map((finding) => testCase(finding, open.has(finding))).join('');
  // A page on which nothing was found has been audited all the same.
  const verdict = `  <testcase classname="verdict" name=${attribute(report.audit?.headline ?? '')}/>\n`;
  const name = attribute(report.url);
  return ` <testsuite name=${name} tests="${findings.length + 1}" failures="${open.size}" errors="0">\n${verdict}${cases} </testsuite>\n`;
}

function testCase(finding: AuditFileFinding, isOpen: boolean): string {
  const { rule, target, recorder, channel, text, why, fix, outcome, severity } = finding;
  const where = [target.selector, channel, recorder].filter(Boolean).join(' ');
  const head = `  <testcase classname=${attribute(rule)} name=${attribute(where || text)}`;
  if (!isOpen) return `${head}/>\n`;
  const lines = [...why, ...(fix ? [`Fix: ${fix.text}`] : [])].join('\n');
  const type = outcome === 'fail' ? severity : 'needs-review';
  return `${head}>\n   <failure type="${type}" message=${attribute(text)}>${inXml(lines)}</failure>\n  </testcase>\n`;
}

const notReached = ({ url, reason }: PageReport<Judged>): string =>
  ` <testsuite name=${attribute(url)} tests="1" failures="0" errors="1">\n  <testcase classname="page" name="not reached">\n   <error message=${attribute(reason)}/>\n  </testcase>\n </testsuite>\n`;

const attribute = (text: string): string => `"${inXml(text)}"`;

function inXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"'\n\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Characters that XML 1.0 does not allow even when they are written as numbers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;
