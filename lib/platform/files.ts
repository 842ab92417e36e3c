import type { PublicPath } from 'wxt/browser';
import { browser } from 'wxt/browser';

/** Hands a file to the person, as a download of the page that they are on. */
export function saveFile(
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the data once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Reads a file of the extension itself. */
export async function readOwnFile(path: PublicPath): Promise<string> {
  return (await fetch(browser.runtime.getURL(path))).text();
}

export const extensionVersion = (): string => browser.runtime.getManifest().version;
