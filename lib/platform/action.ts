import { browser } from 'wxt/browser';
import type { Verdict } from '../protocol/findings';

/** The toolbar button was pressed, or its shortcut. Runs before any `await`, as panels need. */
export function onActionPressed(listener: (tabId: number, url: string) => void): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) listener(tab.id, tab.url ?? '');
  });
}

/**
 * Opens the heat's controls for this tab alone. Must be called straight from the person's press:
 * both browsers refuse it after an `await`.
 */
export function openSidePanel(tabId: number): void {
  const path = `sidepanel.html?tab=${tabId}`;
  if (hasSidePanel(globalThis)) {
    void chrome.sidePanel.setOptions({ tabId, path, enabled: true });
    chrome.sidePanel.open({ tabId }).catch(() => undefined);
    return;
  }
  const sidebar = firefoxSidebar();
  void sidebar?.setPanel({ tabId, panel: path });
  sidebar?.open().catch(() => undefined);
}

const BADGES: Record<Verdict, { text: string; color: string }> = {
  blocked: { text: '!', color: '#c5221f' },
  'needs-proof': { text: '?', color: '#b06000' },
  clear: { text: 'ok', color: '#137333' },
};

/** Shows the verdict of a tab on the toolbar button; null takes it away. */
export async function showVerdict(tabId: number, verdict: Verdict | null): Promise<void> {
  const badge = verdict === null ? { text: '', color: '#5f6368' } : BADGES[verdict];
  // The tab may be gone by now, and then there is nothing to show it on.
  await browser.action.setBadgeText({ tabId, text: badge.text }).catch(() => undefined);
  await browser.action
    .setBadgeBackgroundColor({ tabId, color: badge.color })
    .catch(() => undefined);
}

function hasSidePanel(scope: unknown): boolean {
  return typeof scope === 'object' && scope !== null && 'chrome' in scope && 'sidePanel' in chrome;
}

interface FirefoxSidebar {
  setPanel(details: { tabId: number; panel: string }): Promise<void>;
  open(): Promise<void>;
}

function firefoxSidebar(): FirefoxSidebar | null {
  if (!('sidebarAction' in browser)) return null;
  // Firefox alone has it, and the shared types are those of Chromium.
  return browser.sidebarAction as unknown as FirefoxSidebar;
}
