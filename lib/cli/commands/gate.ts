import * as v from 'valibot';
import { createTranslator } from '../../core/translator';
import { holds } from '../../gate/clearance';
import { AuditFileSchema, clearanceOfFile } from '../../report/audit-file';
import { auditPage } from '../audit-page';
import { EXIT } from '../exit';
import { readGateOptions, readJson } from '../options';
import { say } from '../output';
import { readExceptions, readPolicy } from '../policy';
import { BrowserWorker } from '../pool';
import { UsageError } from '../usage-error';
import { NotReached } from '../visit';

const translate = createTranslator();

/** Reads a live page again. @returns 0 where its clearance still holds, 1 where it does not. */
export async function gate(args: readonly string[]): Promise<number> {
  const options = readGateOptions(args);
  const clearance = readClearance(options.file);
  const policy = readPolicy(options.policy);
  const exceptions = readExceptions(options.exceptions, policy);
  const worker = new BrowserWorker();
  try {
    const request = { ...options, recorders: clearance.recorders, exceptions, onCaptures: null };
    const result = await worker.run(options.page.timeout, (browser) => auditPage(browser, request));
    const { holds: isHeld, because } = holds(clearance, result, Date.now());
    process.stdout.write(`${translate(because.id, because.params)}\n`);
    return isHeld ? EXIT.clear : EXIT.notClear;
  } catch (cause) {
    if (!(cause instanceof NotReached)) throw cause;
    say(`The page was not reached, so nothing is known of it. ${cause.message}`);
    return EXIT.failed;
  } finally {
    await worker.close();
  }
}

function readClearance(file: string) {
  const audit = v.safeParse(AuditFileSchema, readJson(file, 'FILE'));
  if (!audit.success) throw new UsageError(`${file} is no audit.json of this version of hushmap.`);
  const clearance = clearanceOfFile(audit.output);
  if (clearance) return clearance;
  throw new UsageError(`${file} holds no clearance: its verdict was ${audit.output.verdict}.`);
}
