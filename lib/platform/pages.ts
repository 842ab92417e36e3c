import { browser } from 'wxt/browser';

/** Opens the workspace in a tab of its own. */
export function openWorkspace(): void {
  void browser.runtime.openOptionsPage();
}
