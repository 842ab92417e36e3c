import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { el, snapshot } from '../../lib/wire/autopsy/test-events';
import { expect, test } from './fixture';
import { openWorkspace } from './steps';

const DIRTY = [snapshot(1_760_000_000_000, el('p', { class: 'reply' }, 'Write to ada@acme.test'))];
const CLEAN = [snapshot(1_760_000_000_000, el('p', {}, 'Nothing to see here'))];

test('recordings are read in the workspace, and the list for deletion is saved', async ({
  hushmap,
}) => {
  const page = await openWorkspace(hushmap);
  await page.getByRole('button', { name: 'Autopsy' }).click();
  await page.getByTestId('autopsy-files').setInputFiles([
    { name: 'a.json', mimeType: 'application/json', buffer: json(CLEAN) },
    { name: 'b.json.gz', mimeType: 'application/gzip', buffer: gzipSync(json(DIRTY)) },
  ]);
  await expect(page.getByText('1 of 2 recordings hold something personal.')).toBeVisible();
  await expect(page.getByTestId('autopsy-fields')).toContainText('Email address');
  await expect(page.locator('main')).not.toContainText('ada@');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the list for deletion' }).click();
  const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
  expect(saved).toMatchObject([{ file: 'b.json.gz', classes: ['email'], sightings: 1 }]);
});

test('a large file can be stopped, and the page stays awake', async ({ hushmap }) => {
  const page = await openWorkspace(hushmap);
  await page.getByRole('button', { name: 'Autopsy' }).click();
  const line = `${JSON.stringify(DIRTY[0])}\n`;
  const buffer = Buffer.from(line.repeat(Math.ceil(40_000_000 / line.length)));
  await page
    .getByTestId('autopsy-files')
    .setInputFiles([{ name: 'large.jsonl', mimeType: 'application/jsonl', buffer }]);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { name: 'Drop recordings here' })).toBeVisible();
});

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
