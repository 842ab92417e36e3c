import { browser } from 'wxt/browser';

/** Opens the workspace in a tab of its own. */
export function openWorkspace(): void {
  void browser.runtime.openOptionsPage();
}

/** Opens the workspace at the form for a new source. */
export function openSourceForm(): void {
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#add-source` });
}

/** Whether this page was opened by `openSourceForm`. */
export const isSourceForm = (): boolean => location.hash === '#add-source';
