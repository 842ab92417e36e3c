/** How much the browser lets us store, and how much is in use, bytes; null: it does not say. */
export async function storageRoom(): Promise<{
  readonly usage: number;
  readonly quota: number;
} | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { usage, quota };
  } catch {
    return null;
  }
}
