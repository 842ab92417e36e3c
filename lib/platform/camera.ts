import { browser } from 'wxt/browser';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** When the last picture was taken. A worker that begins anew has slept longer than this counts. */
let lastAt = 0;

/**
 * A picture of what a tab shows, as a `data:` address. Null where the tab is not in front, and where
 * the browser allows none: it takes `activeTab` for this tab, or every address.
 */
export async function shootTab(tabId: number): Promise<string | null> {
  try {
    const wait = lastAt + BETWEEN_MS - Date.now();
    lastAt = Math.max(Date.now(), lastAt + BETWEEN_MS);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const tab = await browser.tabs.get(tabId);
    if (!tab.active) return null;
    const shot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    // Whatever came to the front meanwhile is not ours to show.
    return (await browser.tabs.get(tabId)).active ? shot : null;
  } catch {
    return null;
  }
}

/** Two pictures a second are allowed (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). */
const BETWEEN_MS = 600;

/**
 * The picture as PNG in base64, one pixel to one CSS pixel, boxes painted over. Null: it is of another
 * shape than the viewport that the boxes were measured in.
 */
export async function paintOver(
  shot: string,
  { viewport, boxes }: { viewport: { width: number; height: number }; boxes: readonly Box[] },
): Promise<string | null> {
  const { width, height } = viewport;
  const image = await createImageBitmap(blobOf(shot));
  // Widths and heights are whole pixels, rounded by whoever tells them.
  const isWhole = Math.abs(image.width / width - image.height / height) < 0.02;
  if (width < 1 || height < 1 || !isWhole) return null;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, width, height);
  context.fillStyle = '#6b7280';
  for (const box of boxes) {
    // A pixel more on each side: where a picture is made smaller, an edge runs into its neighbour.
    context.fillRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
  }
  return base64Of(await canvas.convertToBlob({ type: 'image/png' }));
}

function blobOf(address: string): Blob {
  const text = atob(address.split(',')[1] ?? '');
  return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]);
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // Not in one call: arguments have a limit.
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}
