import { rootSurroundings, type Surroundings } from '../../pii';
import type { RecorderState } from '../../protocol/recorders';
import type { Border, NodeJudge } from '../../recorders/contract';
import { judgeAt } from '../../recorders/judge';
import type { ElementView } from '../node-view';

/** An element on the way down, with what the way decides about what is in it. */
export class Place {
  #judges: readonly NodeJudge[] | null = null;

  constructor(
    readonly view: ElementView,
    /** The border that was crossed to come here from `above`. */
    readonly via: Border,
    readonly above: Place | null,
    readonly surroundings: Surroundings,
    /** The editable element around, and the classes that were seen in its text. */
    readonly editable: Editable | null,
  ) {}

  /**
   * The judges of the recorders here, made when somebody asks: most elements hold nothing personal,
   * and need none.
   */
  judges(recorders: readonly RecorderState[]): readonly NodeJudge[] {
    const missing: Place[] = [];
    let at: Place | null = this;
    for (; at && !at.#judges; at = at.above) missing.push(at);
    let judges = (at ? at.#judges : null) ?? recorders.map(judgeAt);
    for (const place of missing.reverse()) {
      judges = judges.map((judge) => judge.enter(place.view, place.via));
      place.#judges = judges;
    }
    return judges;
  }
}

export interface Editable {
  readonly found: Set<string>;
}

export const NO_SURROUNDINGS = rootSurroundings('');
