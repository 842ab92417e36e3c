import { expect, test } from 'playwright/test';
import { mismatches } from './compare';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';
import { changesWith, found, LATER } from './later';

const sentry = (options: string, during = ''): Setup => ({
  recorder: 'sentry',
  options,
  ...(during ? { during } : {}),
});

const OPEN = '{ maskAllText: false, maskAllInputs: false }';

const TALK: Fixture = {
  id: 'talk',
  body: `<button aria-label="cnry5105z">Open cnry5101z</button>
    <button class="sentry-mask">Open cnry5102z</button>
    <div class="sentry-block"><button>Open cnry5103z</button></div>
    <p title="cnry5106z">Open cnry5104z</p><img src="/pixel.png?q=cnry5201z">`,
};

const SAY = `
  console.log('cnry5301z'); console.error('cnry5302z');
  for (const element of document.querySelectorAll('button, p')) element.click();
  fetch('/none?q=cnry5202z').catch(() => {});`;

test('Sentry sends the text of a click as its recording has it', async ({ page, context }) => {
  const masked = await record(page, TALK, sentry('{}', SAY));
  expect(found(masked.beside, /cnry510([1-4])z/g)).toEqual([]);
  expect(masked.beside).toContain('ui.click');
  const open = await record(await context.newPage(), TALK, sentry(OPEN, SAY));
  expect(found(open.beside, /cnry510([1-4])z/g)).toEqual(['1', '4']);
});

test('Sentry sends addresses and the console beside the recording', async ({ page, context }) => {
  const { beside, state } = await record(page, TALK, sentry('{}', SAY));
  for (const canary of ['cnry9999z', 'cnry9998z', 'cnry5201z', 'cnry5202z']) {
    expect(beside).toContain(canary);
  }
  expect(found(beside, /cnry530(\d)z/g)).toEqual(['1', '2']);
  const [noConsole, noResources] = await page.evaluate<string[]>(`(() => {
    const root = hushmap.judgeAt(${JSON.stringify(state)});
    return ['console', 'resource-url'].map((channel) => root.capture(channel).fix.text); })()`);
  const quiet = await record(await context.newPage(), TALK, sentry(`{ ${noConsole} }`, SAY));
  expect(quiet.beside).not.toMatch(/cnry530\dz/);
  const still = await record(await context.newPage(), TALK, sentry(`{ ${noResources} }`, SAY));
  expect(still.beside).not.toMatch(/cnry520\dz/);
});

const CHANGES = changesWith('sentry-mask');

test('Sentry: what comes after the snapshot is masked as well, but for attributes and text straight in a shadow root', async ({
  page,
}) => {
  const { payload } = await record(page, LATER, sentry('{}', CHANGES));
  expect(found(payload, /cnry54(\d\d)z/g)).toEqual(['13', '17', '18']);
});

test('Sentry: a shown password stays masked, and a late mask holds for what changes after it', async ({
  page,
}) => {
  const { payload } = await record(page, LATER, sentry(OPEN, CHANGES));
  expect(found(payload, /cnry54(\d\d)z/g)).toEqual(['03', '05', '07', '13', '14', '17', '18']);
});

test('Sentry is found with its version, its options and whether it records', async ({ page }) => {
  const setup = sentry(`{ unmask: ['.open'], maskAttributes: ['alt'], maskAllInputs: false }`);
  const recording = await record(page, TALK, setup);
  expect(mismatches(recording.rows, recording)).toEqual([]);
  expect(recording.state).toMatchObject({
    ...{ id: 'sentry', detected: true, recording: true, version: '11.12.0', optionSource: 'read' },
    options: {
      unmask: ['.open'],
      maskAttributes: ['alt'],
      maskAllText: true,
      maskAllInputs: false,
    },
  });
  const stopped = await page.evaluate<unknown[]>(
    'hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })',
  );
  expect(stopped).toMatchObject([{ id: 'sentry', recording: false }]);
});
