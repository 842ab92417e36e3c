import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditFile } from '../report/audit-file-schema';
import { formatOf, openFindings, type PageReport } from '../report/formats';
import { folderName, type IndexFile } from './index-file';
import type { AuditOptions } from './options';

/** Writes reports as pages are done, in the order of the addresses, and keeps none of them. */
export class ReportWriter {
  readonly #format;
  readonly #pages: IndexFile['pages'] = [];
  readonly #waiting = new Map<number, PageReport>();
  #next = 0;

  constructor(private readonly options: AuditOptions) {
    this.#format = formatOf(options.format, options.urls.length);
    if (options.out !== null) mkdirSync(options.out, { recursive: true });
    this.#emit(this.#format.head(options.urls.length), true);
  }

  /** Pages end in any order; a report is read in one. */
  add(index: number, report: PageReport): void {
    this.#waiting.set(index, report);
    for (let ready = this.#waiting.get(this.#next); ready; ready = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#write(this.#next, ready);
      this.#next += 1;
    }
  }

  end(): void {
    this.#emit(this.#format.tail(), false);
    const { out, urls } = this.options;
    if (out === null || urls.length === 1) return;
    const index: IndexFile = { format: 'hushmap-index', version: 1, pages: this.#pages };
    writeFileSync(join(out, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  }

  #write(index: number, report: PageReport): void {
    const { out, urls } = this.options;
    const { audit } = report;
    const isOne = urls.length === 1;
    const folder = audit && !isOne ? folderName(index, urls[index] ?? '') : null;
    if (out !== null && audit) writeAudit(folder === null ? out : join(out, folder), audit);
    this.#pages.push({
      url: report.url,
      folder,
      verdict: audit?.verdict ?? null,
      text: audit?.headline ?? report.reason,
      open: audit ? openFindings(audit).length : 0,
    });
    this.#emit(this.#format.page(report, index), false);
  }

  /** To stdout, or to `report.…` beside the audits; JSON is there already as `audit.json`. */
  #emit(text: string, isFirst: boolean): void {
    const { out, format } = this.options;
    if (out === null) return void process.stdout.write(text);
    if (format === 'json') return;
    const path = join(out, `report.${this.#format.extension}`);
    if (isFirst) writeFileSync(path, text);
    else appendFileSync(path, text);
  }
}

function writeAudit(folder: string, audit: AuditFile): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'audit.json'), `${JSON.stringify(audit, null, 2)}\n`);
}
