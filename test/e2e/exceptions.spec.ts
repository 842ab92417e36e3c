import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ExceptionsFileSchema } from '../../lib/protocol/exceptions';
import { AuditFileSchema } from '../../lib/report/audit-file-schema';
import { expect, test } from './fixture';

const PROGRAM = join(import.meta.dirname, '../../dist/hushmap.mjs');

test('an exception of the panel is a file that the command line reads alike', async ({
  hushmap,
  tab,
  parley,
}) => {
  test.slow();
  const url = `${parley.origin}/`;
  await tab.goto(url);
  const { devtools, panel } = await hushmap.openAuditPanel(tab);
  await panel
    .getByRole('button', { name: /Audit this site|Reload and watch/ })
    .first()
    .click();
  await expect(panel.getByTestId('verdict')).toContainText('Blocked', { timeout: 30_000 });
  await panel.getByRole('row').filter({ hasText: 'title' }).first().click();
  await panel.getByRole('button', { name: 'Add an exception…' }).click();
  await panel.getByRole('button', { name: 'Add the exception' }).click();
  await expect(panel.getByText('Say who answers for it.')).toBeVisible();
  await panel.getByTestId('exception-reason').fill('A title of the demo.');
  await panel.getByTestId('exception-owner').fill('Ada');
  const second = panel.getByTestId('exception-second');
  if (await second.isVisible()) await second.fill('Ben');
  await panel.getByRole('button', { name: 'Add the exception' }).click();
  await expect(panel.getByTestId('exception')).toContainText('Accepted by Ada');

  await panel.getByRole('tab', { name: 'Exceptions' }).click();
  await expect(panel.getByTestId('exception-kept')).toHaveCount(1);
  const saving = devtools.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download' }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'hushmap-exceptions-')), 'hushmap.exceptions.json');
  await (await saving).saveAs(file);
  const { exceptions } = v.parse(ExceptionsFileSchema, JSON.parse(readFileSync(file, 'utf8')));
  expect(exceptions).toMatchObject([{ owner: 'Ada', page: url }]);

  const audited = await run('audit', url, '--exceptions', file, '--timeout', '200');
  const { verdict, findings } = v.parse(AuditFileSchema, JSON.parse(audited));
  expect(verdict).toBe('blocked');
  const excepted = findings.filter(({ exception }) => exception?.void === null);
  expect(excepted.map(({ rule, channel }) => [rule, channel])).toEqual([
    [exceptions[0]?.rule, exceptions[0]?.field.channel],
  ]);

  await panel.getByRole('button', { name: 'Remove the exception' }).click();
  await expect(panel.getByTestId('exception-kept')).toHaveCount(0);
  await panel.getByTestId('exceptions-file').setInputFiles(file);
  await expect(panel.getByTestId('exception-kept')).toHaveCount(1);
});

/** What the program writes to stdout; an exit code of 1 is what a blocked page gives. */
function run(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { maxBuffer: 1e8 }, (_, out) => resolve(out));
  });
}
