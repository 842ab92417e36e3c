import { randomId } from '../../core/ids';
import { createTranslator } from '../../core/translator';
import { issueClearance } from '../../gate/clearance';
import type { AuditResult } from '../../protocol/findings';
import { toAuditFile } from '../../report/audit-file';
import type { AuditFile } from '../../report/audit-file-schema';
import { redactUrl } from '../../report/redact-url';
import { auditPage, type PageRequest } from '../audit-page';
import { type Baseline, readBaseline } from '../baseline';
import { type CapturesFile, openCapturesFile } from '../captures-file';
import { EXIT } from '../exit';
import { readAuditOptions } from '../options';
import { say } from '../output';
import { type CliPolicy, readExceptions, readPolicy } from '../policy';
import { BrowserWorker } from '../pool';
import { reasonOf } from '../reason';
import { ReportWriter } from '../report-writer';

const translate = createTranslator();

/**
 * Audits pages, some at a time. A page that can't be audited is reported as such, and never as clear.
 *
 * @returns 0 where every page is clear, 1 where one is blocked or needs proof, 2 where a page was not
 *   reached and no other was found wanting.
 */
export async function audit(args: readonly string[]): Promise<number> {
  const options = readAuditOptions(args);
  const policy = readPolicy(options.policy);
  const exceptions = readExceptions(options.exceptions, policy);
  const baseline = options.baseline === null ? null : readBaseline(options.baseline);
  const captures =
    options.captures === null ? null : openCapturesFile(options.captures, options.includeValues);
  const writer = new ReportWriter(options);
  const codes = new Set<number>();
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new BrowserWorker();
    for (let index = next++; index < options.urls.length; index = next++) {
      const url = options.urls[index] ?? '';
      const request = { url, ...options, page: options.page, exceptions };
      const report = await auditOne(worker, request, policy, captures);
      writer.add(index, report);
      codes.add(codeOf(report.audit, baseline));
      const said = report.audit?.headline ?? `Not reached: ${report.reason}`;
      say(`${index + 1}/${options.urls.length} ${report.url} ${said}`);
    }
    await worker.close();
  };
  const workers = Math.min(options.concurrency, options.urls.length);
  await Promise.all(Array.from({ length: workers }, work));
  writer.end();
  captures?.close();
  return [EXIT.notClear, EXIT.failed].find((code) => codes.has(code)) ?? EXIT.clear;
}

async function auditOne(
  worker: BrowserWorker,
  request: Omit<PageRequest, 'onCaptures' | 'also'>,
  policy: CliPolicy,
  captures: CapturesFile | null,
) {
  const url = redactUrl(request.url);
  try {
    const onCaptures = captures ? captures.add : null;
    const result = await worker.run(request.page.timeout, (browser) =>
      auditPage(browser, { ...request, also: policy.recorders ?? [], onCaptures }),
    );
    return { url, audit: toAuditFile(cleared(result, policy), translate), reason: '' };
  } catch (cause) {
    return { url, audit: null, reason: reasonOf(cause) };
  }
}

function cleared(result: AuditResult, { clearanceDays = 30 }: CliPolicy): AuditResult {
  const terms = { id: randomId('clearance'), now: result.time, days: clearanceDays };
  return { ...result, clearance: issueClearance(result, terms) };
}

function codeOf(file: AuditFile | null, baseline: Baseline | null): number {
  if (!file) return EXIT.failed;
  if (file.verdict === 'clear') return EXIT.clear;
  if (!baseline) return EXIT.notClear;
  return baseline.newOrWorse(file).length > 0 ? EXIT.notClear : EXIT.clear;
}
