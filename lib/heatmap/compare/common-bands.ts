import type { Band, Bands } from '../../protocol/heat-kinds';
import type { CommonBand, CommonBands, Counted } from './common-band';
import { joinSmallSteps } from './join-small-steps';

/**
 * Brings two maps of bands to the bands that both have. Both must have the same measure, and give depth
 * alike.
 *
 * How far people got is known at any depth within a band, so bands are cut at the edges of both. A strip
 * joins the one below, and has the number of those who got to the lower one, where it is thinner than
 * `FINEST`, and where fewer than `k` people stopped in it on either side (`joinSmallSteps`). How long a
 * band was in view is known of that band alone, so only bands with the same edges are compared.
 */
export function commonBands(a: Bands, b: Bands, k: number): CommonBands {
  const finest = FINEST[a.depth];
  const near = finest / 1_000;
  if (a.measure === 'reached') return joinSmallSteps(cutAtBoth(a, b, finest, near), k);
  return { ...withSameEdges(a, b, near), peopleA: a.people, peopleB: b.people };
}

/** What a designer looks at: a hundredth of the page, or two lines of text. Share, or CSS px. */
const FINEST = { share: 0.01, px: 50 } as const;

function cutAtBoth(a: Bands, b: Bands, finest: number, near: number): CommonBands {
  const edges = edgesOf([...a.bands, ...b.bands], finest - near);
  const [inA, inB] = [reachAt(a, near), reachAt(b, near)];
  const bands: CommonBand[] = [];
  let left = 0;
  edges.slice(1).forEach((bottom, i) => {
    const [ofA, ofB] = [inA(bottom), inB(bottom)];
    if (ofA !== null && ofB !== null) bands.push({ top: edges[i] ?? 0, bottom, a: ofA, b: ofB });
    else if (ofA !== null || ofB !== null) left += 1;
  });
  return { bands, left, peopleA: a.people, peopleB: b.people };
}

/** Edges from the top down, none nearer to the one above than `apart`. */
function edgesOf(bands: readonly Band[], apart: number): number[] {
  const all = bands.flatMap(({ top, bottom }) => [top, bottom]).sort((x, y) => x - y);
  const kept: number[] = [];
  for (const edge of all) {
    const last = kept.at(-1);
    if (last === undefined || edge - last >= apart) kept.push(edge);
  }
  return kept;
}

/**
 * Who got to a depth; to be asked from the top down. Numbers never rise, whatever a source says. Null: no
 * band is shown there.
 */
function reachAt({ bands, people }: Bands, near: number): (depth: number) => Counted | null {
  const sorted = bands.toSorted((x, y) => x.top - y.top);
  let at = 0;
  let least = people;
  return (depth) => {
    while ((sorted[at]?.bottom ?? Number.POSITIVE_INFINITY) < depth - near) at += 1;
    const band = sorted[at];
    if (band === undefined || band.top >= depth - near) return null;
    least = Math.min(least, band.value);
    return { value: least, people: Math.min(least, band.people) };
  };
}

function withSameEdges(a: Bands, b: Bands, near: number) {
  const bands = a.bands.flatMap(({ top, bottom, ...ofA }): CommonBand[] => {
    const other = b.bands.find(
      (band) => Math.abs(band.top - top) <= near && Math.abs(band.bottom - bottom) <= near,
    );
    if (other === undefined) return [];
    const { value, people } = other;
    return [{ top, bottom, a: ofA, b: { value, people } }];
  });
  return { bands, left: a.bands.length + b.bands.length - 2 * bands.length };
}
