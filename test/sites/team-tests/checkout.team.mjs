import { audit, expect } from 'hushmap/playwright';
import { test } from 'playwright/test';

const FORM = `<title>Checkout</title><label>Email <input name="email" type="email"></label>
  <dialog></dialog>`;

test('the empty form is clear where inputs are masked', async ({ page }) => {
  await page.setContent(FORM);
  await expect(page).toBeClear({
    recorders: ['rrweb'],
    recorderOptions: { rrweb: { maskAllInputs: true } },
  });
});

test('the dialog is not clear for rrweb', async ({ page }) => {
  await page.setContent(FORM);
  await page.locator('dialog').evaluate((dialog) => {
    dialog.innerHTML = '<p>Signed in as ada.kline@example.com</p>';
    dialog.showModal();
  });
  await expect(page).not.toBeClear({ recorders: ['rrweb'], state: 'dialog open' });
  await expect(page).toBeClear({ recorders: ['rrweb'], state: 'dialog open' });
});

test('a filled form says what is in it by class', async ({ page }) => {
  await page.setContent(FORM);
  await page.getByLabel('Email').fill('grace.h@example.com');
  const found = await audit(page, { recorders: ['rrweb'], state: 'filled in' });
  expect(JSON.stringify(found)).not.toContain('grace.h');
  expect(found.coverage.matrix.map(({ pii }) => pii)).toContain('email');
});

test('a test that ends before its audit is told of', async ({ page }) => {
  await page.setContent(FORM);
  throw new Error('the site is down');
});

test('a recorder that nobody knows is refused', async ({ page }) => {
  await page.setContent(FORM);
  await expect(expect(page).toBeClear({ recorders: ['sentri'] })).rejects.toThrow(
    /Recorders are rrweb/,
  );
});
