import { randomHex } from '../../core/ids';
import { sha256Hex } from '../../core/sha256';
import type { Snapshot } from '../../protocol/snapshots';
import type { SourceConfig } from '../../protocol/sources';
import { redactUrl } from '../../report/redact-url';
import { pageForSource, pageKey, sourcesFor } from '../../sources/mapping';
import { matchesPattern } from '../../sources/page-pattern';

/** How a snapshot is found again by the address of a page, without keeping the address. */
export interface SnapshotPlace {
  readonly pages: readonly string[];
  readonly digests: readonly string[];
  readonly salt: string;
}

interface Found extends SnapshotPlace {
  readonly snapshot: Snapshot;
}

export interface SnapshotFinder {
  find(pages: readonly string[]): Promise<readonly Found[]>;
}

/** Where the map of a tab belongs: to the tab's own page, and to the page as its source knows it. */
export function placeOf(url: string, config: SourceConfig | undefined): SnapshotPlace {
  const addresses = [url, ...(config === undefined ? [] : [pageForSource(url, config)])];
  const keys = [...new Set(addresses.map(pageKey))];
  const salt = randomHex(16);
  return {
    pages: [...new Set(keys.map(redactUrl))],
    digests: keys.map((key) => digest(salt, key)),
    salt,
  };
}

/** The snapshots that fit a tab's page: of this page after mapping, or with a pattern that it fits. */
export async function snapshotsFor(
  url: string,
  configured: readonly SourceConfig[],
  finder: SnapshotFinder,
): Promise<Snapshot[]> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [];
  const mapped = sourcesFor(url, configured).map((config) => pageForSource(url, config));
  const keys = [...new Set([url, ...mapped].map(pageKey))];
  const found = await finder.find([...new Set(keys.map(redactUrl))]).catch(() => []);
  const fits = ({ snapshot, digests, salt }: Found): boolean => {
    const { pattern } = snapshot.filters;
    if (pattern !== null && keys.some((key) => matchesPattern(key, pattern))) return true;
    return keys.some((key) => digests.includes(digest(salt, key)));
  };
  // The panel lists them all, and nobody looks through more.
  return found
    .filter(fits)
    .slice(0, MOST_OFFERED)
    .map(({ snapshot }) => snapshot);
}

const MOST_OFFERED = 100;

export const isSnapshotId = (id: string): boolean => id.startsWith('snapshot_');

const digest = (salt: string, key: string): string => sha256Hex(`${salt}\n${key}`);
