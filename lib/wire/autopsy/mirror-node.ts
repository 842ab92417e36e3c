import type { Surroundings } from '../../pii';

/** What is kept of a recorded node, to say where something is. */
export interface MirrorNode {
  readonly id: number;
  readonly parent: MirrorNode | null;
  /** Lower case; empty for a text. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The beginning of a text. */
  text: string;
  readonly children: MirrorNode[];
  readonly surroundings: Surroundings;
}
