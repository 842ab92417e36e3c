import type { Rect } from '../overlay/clipping';
import type { Measured, Mover } from './surroundings';

/**
 * Where items lie, by their number, in columns. An object for each would be copied by the garbage
 * collector, in pauses longer than a slice.
 */
export class MeasuredColumns {
  /** Left, top, right and bottom of each. */
  private readonly edges: Float64Array;
  private readonly clips: (Rect | null)[];
  /** Null: it is not rendered. */
  private readonly movers: (Mover | null)[];

  constructor(length: number) {
    this.edges = new Float64Array(4 * length);
    this.clips = new Array<null>(length).fill(null);
    this.movers = new Array<null>(length).fill(null);
  }

  set(number: number, measured: Measured | null): void {
    this.movers[number] = measured?.mover ?? null;
    if (measured === null) return;
    const { rect, clip } = measured;
    this.clips[number] = clip;
    const at = 4 * number;
    this.edges[at] = rect.left;
    this.edges[at + 1] = rect.top;
    this.edges[at + 2] = rect.right;
    this.edges[at + 3] = rect.bottom;
  }

  get(number: number): Measured | null {
    const mover = this.movers[number] ?? null;
    if (mover === null) return null;
    const at = 4 * number;
    const rect = {
      left: this.edges[at] ?? 0,
      top: this.edges[at + 1] ?? 0,
      right: this.edges[at + 2] ?? 0,
      bottom: this.edges[at + 3] ?? 0,
    };
    return { rect, clip: this.clips[number] ?? null, mover };
  }
}
