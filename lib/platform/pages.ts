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

/**
 * Opens two pictures next to each other in a tab of their own. They are lent, in no file and in no
 * storage: the page that is opened takes its own copy within `LENT_MS`.
 */
export function openSideBySide(pictures: { readonly a: Blob; readonly b: Blob }): void {
  const [a, b] = [URL.createObjectURL(pictures.a), URL.createObjectURL(pictures.b)];
  const hash = new URLSearchParams({ a, b });
  void browser.tabs.create({ url: `${browser.runtime.getURL('/side-by-side.html')}#${hash}` });
  setTimeout(() => {
    for (const url of [a, b]) URL.revokeObjectURL(url);
  }, LENT_MS);
}

const LENT_MS = 60_000;

/** Copies of the pictures that an address lends (`openSideBySide`). Rejects where they are gone. */
export async function takePictures(hash: string): Promise<{ a: string; b: string }> {
  const lent = new URLSearchParams(hash.replace(/^#/, ''));
  const copy = async (name: 'a' | 'b'): Promise<string> => {
    const url = lent.get(name) ?? '';
    // Only what one of our own pages has made: an address in a link is nobody's word.
    if (!url.startsWith(`blob:${location.origin}/`)) throw new Error('Not lent by us');
    return URL.createObjectURL(await (await fetch(url)).blob());
  };
  const [a, b] = await Promise.all([copy('a'), copy('b')]);
  return { a, b };
}
