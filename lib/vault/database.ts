import { Dexie, type Table } from 'dexie';
import { PART_KEY, type PartTable } from './parts';

/**
 * The extension's own database. Rows are typed `unknown` on purpose: they may come from an older
 * version or from a damaged disk, so every store parses what it reads.
 *
 * A change of form is a new version with its upgrade, numbered, and tested from the version before;
 * versions that shipped are never edited.
 */
export class HushmapDatabase extends Dexie {
  declare readonly keys: Table<unknown, string>;
  declare readonly secrets: Table<unknown, string>;
  declare readonly sources: Table<unknown, string>;
  declare readonly maps: Table<unknown, string>;
  declare readonly mapCells: Table<unknown, string>;
  declare readonly clearances: Table<unknown, string>;
  declare readonly resolutions: Table<unknown, [string, string]>;
  declare readonly exceptions: Table<unknown, number>;
  declare readonly snapshots: Table<unknown, string>;
  declare readonly snapshotCells: Table<unknown, string>;
  declare readonly views: Table<unknown, string>;
  declare readonly shownAnswers: Table<unknown, string>;
  declare readonly shownCells: Table<unknown, string>;
  declare readonly pins: Table<unknown, string>;
  declare readonly mapParts: PartTable;
  declare readonly snapshotParts: PartTable;
  declare readonly shownParts: PartTable;

  constructor(name = 'hushmap') {
    super(name);
    this.version(1).stores({
      keys: 'id',
      secrets: 'sourceId',
      sources: 'id',
      // Cells lie apart, so that a list of maps or a note of their use does not move megabytes.
      maps: 'id, usedAt',
      mapCells: 'id',
      clearances: 'id, origin',
      resolutions: '[origin+findingId], origin',
    });
    // Numbered from outside: an exception is a line of a file, and has no key of its own.
    this.version(2).stores({ exceptions: '++' });
    // Found by the addresses that they are of; cells lie apart, as those of maps do.
    this.version(3).stores({ snapshots: 'id, savedAt, removedAt, *pages', snapshotCells: 'id' });
    this.version(4).stores({ views: 'id' });
    // What was shown, so that it is not subtracted from what will be (`heatmap/privacy`).
    this.version(5).stores({ shownAnswers: 'id, scope, until', shownCells: 'id' });
    this.version(6).stores({ pins: 'id, page' });
    // What does not fit into a row of cells. Rows from before hold all of their cells, and stay as they are.
    this.version(7).stores({ mapParts: PART_KEY, snapshotParts: PART_KEY, shownParts: PART_KEY });
  }
}

/** One per context; it opens at its first use. */
export const database = new HushmapDatabase();
