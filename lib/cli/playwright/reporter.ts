import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import * as v from 'valibot';
import { ATTACHMENT, AttachedSchema } from './attachment';
import { type MatrixRow, type NotReached, type RunMatrix, toMarkdown } from './run-matrix';

export interface ReporterOptions {
  /** Where the matrix goes: JSON, and Markdown beside it. */
  readonly outputFile?: string;
}

/**
 * One matrix of a test run: page × state × recorder × class, and what was not reached. In
 * `playwright.config`: `reporter: [['list'], ['hushmap/playwright-reporter', { outputFile: 'hushmap.json' }]]`.
 */
export default class HushmapReporter implements Reporter {
  readonly #file: string;
  readonly #rows: MatrixRow[] = [];
  readonly #notReached: NotReached[] = [];

  constructor({ outputFile = 'hushmap-matrix.json' }: ReporterOptions = {}) {
    this.#file = resolve(outputFile);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    // A test that is tried again tells of its last try alone.
    if (result.status !== 'passed' && result.retry < test.retries) return;
    const title = test.titlePath().filter(Boolean).join(' › ');
    const audits = result.attachments
      .filter(
        ({ name, contentType }) =>
          name === ATTACHMENT.name && contentType === ATTACHMENT.contentType,
      )
      .flatMap(({ body }) =>
        body ? [v.parse(AttachedSchema, JSON.parse(body.toString('utf8')))] : [],
      );
    for (const { url, state, verdict, matrix, reason } of audits) {
      if (verdict === null) this.#notReached.push({ url, state, test: title, reason });
      else this.#rows.push({ url, state, test: title, verdict, cells: matrix });
    }
    if (audits.length === 0 && result.status !== 'passed') {
      const reason = `The test ended (${result.status}) before an audit.`;
      this.#notReached.push({ url: '', state: '', test: title, reason });
    }
  }

  onEnd(): void {
    const matrix: RunMatrix = {
      format: 'hushmap-matrix',
      version: 1,
      audits: this.#rows,
      notReached: this.#notReached,
    };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(matrix, null, 2)}\n`);
    writeFileSync(this.#file.replace(/(\.json)?$/, '.md'), toMarkdown(matrix));
  }

  printsToStdio(): boolean {
    return false;
  }
}
