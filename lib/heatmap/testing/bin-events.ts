import { type Cells, emptyCells } from '../cells';

/** Events in columns: CSS px of the page, and who did them as a dense number from 0. */
export interface EventColumns {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Left out where the source does not say: then no cell has people, and k hides them all. */
  readonly person?: Uint32Array | undefined;
}

export interface BinArea {
  /** CSS px. Events outside are left out. */
  readonly width: number;
  readonly height: number;
  /** Edge of a cell, CSS px. */
  readonly size: number;
}

/**
 * Events → cells, each with its clicks and its distinct people. Linear: a counting sort by cell,
 * then one pass in which every person is stamped with the last cell that they were counted in.
 */
export function binEvents(events: EventColumns, area: BinArea): Cells {
  const columns = Math.ceil(area.width / area.size);
  const rows = Math.ceil(area.height / area.size);
  const binOf = placeEvents(events, area, columns);
  const counts = new Uint32Array(columns * rows);
  let used = 0;
  for (let i = 0; i < binOf.length; i++) {
    const bin = binOf[i] ?? OUTSIDE;
    if (bin === OUTSIDE) continue;
    if (counts[bin] === 0) used++;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const people = events.person ? countPeople(events.person, binOf, counts) : null;

  const cells = emptyCells(used);
  let at = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (count === 0) continue;
    cells.x[at] = ((bin % columns) + 0.5) * area.size;
    cells.y[at] = (Math.floor(bin / columns) + 0.5) * area.size;
    cells.size[at] = area.size;
    cells.count[at] = count;
    cells.people[at] = people?.[bin] ?? 0;
    at++;
  }
  return cells;
}

const OUTSIDE = 0xffffffff;

function placeEvents({ x, y }: EventColumns, area: BinArea, columns: number): Uint32Array {
  const binOf = new Uint32Array(x.length);
  const perPx = 1 / area.size;
  for (let i = 0; i < x.length; i++) {
    const px = x[i] ?? Number.NaN;
    const py = y[i] ?? Number.NaN;
    // Written so that NaN falls outside.
    const inside = px >= 0 && px < area.width && py >= 0 && py < area.height;
    binOf[i] = inside ? ((py * perPx) | 0) * columns + ((px * perPx) | 0) : OUTSIDE;
  }
  return binOf;
}

function countPeople(person: Uint32Array, binOf: Uint32Array, counts: Uint32Array): Uint32Array {
  const next = new Uint32Array(counts.length);
  let total = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    next[bin] = total;
    total += counts[bin] ?? 0;
  }
  const byBin = new Uint32Array(total);
  let highest = 0;
  for (let i = 0; i < binOf.length; i++) {
    const bin = binOf[i] ?? OUTSIDE;
    if (bin === OUTSIDE) continue;
    const who = person[i] ?? 0;
    if (who > highest) highest = who;
    const slot = next[bin] ?? 0;
    byBin[slot] = who;
    next[bin] = slot + 1;
  }
  const people = new Uint32Array(counts.length);
  const lastBin = new Uint32Array(highest + 1).fill(OUTSIDE);
  let at = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const end = next[bin] ?? 0;
    let distinct = 0;
    for (; at < end; at++) {
      const who = byBin[at] ?? 0;
      if (lastBin[who] === bin) continue;
      lastBin[who] = bin;
      distinct++;
    }
    people[bin] = distinct;
  }
  return people;
}
