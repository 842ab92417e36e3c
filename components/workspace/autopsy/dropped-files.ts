import type { NamedFile } from '../../../lib/wire/autopsy/progress';

export interface Dropped {
  /** Files that were dropped themselves. */
  readonly named: readonly NamedFile[];
  /** Files in folders that were dropped, and in folders inside those. */
  readonly inFolders: readonly NamedFile[];
}

/**
 * Everything that was dropped (File and Directory Entries API, WICG). Folders are read by way of
 * entries, since a folder is no `File`; an entry that can't be read is left out.
 */
export async function readDropped(transfer: DataTransfer | null): Promise<Dropped> {
  // The items are gone once the event has been handled, so all of them are asked before any waiting.
  const entries = [...(transfer?.items ?? [])].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    return entry !== null || file !== null ? [{ entry, file }] : [];
  });
  const named: NamedFile[] = [];
  const inFolders: NamedFile[] = [];
  for (const { entry, file } of entries) {
    if (isDirectory(entry)) inFolders.push(...(await filesIn(entry)));
    else if (file !== null) named.push({ name: file.name, file });
  }
  return { named, inFolders: inFolders.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  for (const entry of await entriesOf(folder)) {
    if (isDirectory(entry)) found.push(...(await filesIn(entry)));
    else if (isFile(entry)) {
      const file = await new Promise<File | null>((done) => entry.file(done, () => done(null)));
      if (file !== null) found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    }
  }
  return found;
}

/** A reader hands out a part at a time, and nothing in the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done) =>
      reader.readEntries(done, () => done([])),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}

const isDirectory = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory === true;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
