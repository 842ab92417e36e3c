import type { Download, Page } from 'playwright';
import { expect } from './fixture';

/**
 * What a button of the side panel saves. Beside the page the panel is no tab of its own; here it would
 * hide the page from the camera, so the page is brought to the front first. Fails where the panel says
 * that it could not be saved.
 */
export async function savedBy(panel: Page, tab: Page, button: string): Promise<Download> {
  const download = panel.waitForEvent('download', { timeout: 120_000 });
  await tab.bringToFront();
  await panel
    .getByRole('button', { name: button })
    .evaluate((element: HTMLElement) => element.click());
  const failed = panel.getByTestId('heat-error');
  await Promise.race([download, failed.waitFor({ timeout: 120_000 })]);
  expect(await failed.allTextContents()).toEqual([]);
  return download;
}
