import type { Term } from './open-parts';
import type { Square } from './squares';

/** Squares that are compared together. */
export const BATCH = 256;

/** How many parts of a square an answer shows. */
export const NOTHING = 0;
export const ONE = 1;
export const MORE = 2;

/** What one answer shows in each square of a batch: of most it shows one part or none. */
export class Column {
  readonly kinds = new Uint8Array(BATCH);
  /** Of squares with one part. */
  readonly clicks = new Float64Array(BATCH);
  readonly people = new Float64Array(BATCH);
  private readonly rows = new Int32Array(BATCH);
  private readonly lists: (readonly number[])[] = [];
  private readonly scratch: number[] = [];

  fill({ index, hidden }: Term, units: readonly Square[]): void {
    units.forEach((unit, i) => {
      const { scratch } = this;
      index.partsOf(unit, hidden, scratch);
      const [row = -1] = scratch;
      this.kinds[i] = Math.min(scratch.length, MORE);
      this.rows[i] = row;
      this.clicks[i] = index.countAt(row);
      this.people[i] = index.peopleAt(row);
      if (scratch.length > 1) this.lists[i] = scratch.slice();
    });
  }

  /** Rows of all parts of a square. */
  partsAt(i: number): readonly number[] {
    if (this.kinds[i] === NOTHING) return [];
    return this.kinds[i] === ONE ? [this.rows[i] ?? -1] : (this.lists[i] ?? []);
  }
}
