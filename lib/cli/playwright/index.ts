import { expect as base, type ExpectMatcherState, type Page, test } from 'playwright/test';
import * as v from 'valibot';
import { createTranslator } from '../../core/translator';
import { RECORDER_IDS } from '../../protocol/recorders';
import { type AuditFile, toAuditFile } from '../../report/audit-file';
import { openFindings } from '../../report/formats';
import { redactUrl } from '../../report/redact-url';
import { auditOpenPage } from '../audit-page';
import { readExceptions, readPolicy } from '../policy';
import { reasonOf } from '../reason';
import { ATTACHMENT, type Attached } from './attachment';
import type { Audit, AuditOptions } from './types';

export type { AuditFinding, AuditOptions, CoverageCell, PageAudit } from './types';

const translate = createTranslator();

const OptionsSchema = v.strictObject({
  recorders: v.optional(v.array(v.picklist(RECORDER_IDS))),
  recorderOptions: v.optional(
    v.record(v.picklist(RECORDER_IDS), v.record(v.string(), v.unknown())),
  ),
  exceptions: v.optional(v.string()),
  state: v.optional(v.string()),
});

/**
 * Audits the page as it stands now, the values in its forms and the modals on it included. The outcome
 * is attached to the running test, for the reporter.
 *
 * @throws Error where the page can't be read, or an option is wrong. Chromium only.
 */
export const audit: Audit = (page, options = {}) => run(page, options);

async function run(page: Page, options: AuditOptions): Promise<AuditFile & { state: string }> {
  const parsed = v.safeParse(OptionsSchema, options);
  if (!parsed.success) throw new Error(optionError(parsed.issues[0]));
  const { recorders = null, recorderOptions = {}, exceptions = null, state = '' } = parsed.output;
  const url = redactUrl(page.url());
  try {
    const policy = readPolicy(null);
    const result = await auditOpenPage(page, {
      recorders,
      also: policy.recorders ?? [],
      options: recorderOptions,
      exceptions: readExceptions(exceptions, policy),
      onCaptures: null,
    });
    const file = { ...toAuditFile(result, translate), state };
    await attach({ url, state, verdict: file.verdict, matrix: file.coverage.matrix, reason: '' });
    return file;
  } catch (cause) {
    const reason = reasonOf(cause);
    await attach({ url, state, verdict: null, matrix: [], reason });
    throw new Error(`The page could not be audited: ${reason}`);
  }
}

/** `await expect(page).toBeClear({ recorders: ['sentry'] })` */
export const matchers = {
  async toBeClear(this: ExpectMatcherState, page: Page, options: AuditOptions = {}) {
    const found = await run(page, options);
    return {
      pass: found.verdict === 'clear',
      name: 'toBeClear',
      message: () => (this.isNot ? `Expected ${found.url} not to be clear.` : explain(found)),
    };
  },
};

/** Playwright's `expect` with `toBeClear`. */
export const expect = base.extend(matchers);

const MOST_TOLD = 20;

function explain(found: AuditFile): string {
  const open = openFindings(found);
  const told = open.slice(0, MOST_TOLD).map(({ text, target, fix }) => {
    const mend = fix ? `\n      mend: ${fix.text} (${fix.effect})` : '';
    return `  - ${text}\n      at ${target.selector}${mend}`;
  });
  const more = open.length > MOST_TOLD ? [`  …and ${open.length - MOST_TOLD} more.`] : [];
  return [`${found.url}: ${found.headline} ${found.nextStep}`, ...told, ...more].join('\n');
}

function optionError(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue) ?? 'the options';
  return `toBeClear: ${where} is not right. Recorders are ${RECORDER_IDS.join(', ')}.`;
}

async function attach(attached: Attached): Promise<void> {
  // Outside a test there is nobody to attach to.
  if (!isInTest()) return;
  await test.info().attach(ATTACHMENT.name, {
    body: JSON.stringify(attached),
    contentType: ATTACHMENT.contentType,
  });
}

function isInTest(): boolean {
  try {
    return Boolean(test.info());
  } catch {
    return false;
  }
}
