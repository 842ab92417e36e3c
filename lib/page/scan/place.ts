import { rootSurroundings, type Surroundings } from '../../pii';
import type { Border, NodeJudge, NodeView } from '../../recorders/contract';
import type { ElementView } from '../node-view';

/** An element on the way down, with what the way decides about what is in it. */
export class Place {
  /** The nearest element at or around this one that people click on; null: there is none. */
  readonly clickable: Place | null;
  /** Whether a shadow root or a frame lies between here and the page's own document. */
  readonly isBeyondBorder: boolean;
  #judges: readonly NodeJudge[] | null = null;
  #asOneTree: readonly NodeJudge[] | null = null;

  constructor(
    readonly view: ElementView,
    /** The border that was crossed to come here from `above`. */
    readonly via: Border,
    readonly above: Place | null,
    readonly surroundings: Surroundings,
    /** The editable element around, and the classes that were seen in its text. */
    readonly editable: Editable | null,
    isClickable = false,
  ) {
    const around = via === 'iframe' ? null : (above?.clickable ?? null);
    this.clickable = isClickable ? this : around;
    this.isBeyondBorder = via !== 'child' || above?.isBeyondBorder === true;
  }

  /**
   * The judges of the recorders here, made when somebody asks: most elements hold nothing personal,
   * and need none.
   *
   * @param roots the judges at the document's root; the same ones for all places of a scan.
   */
  judges(roots: readonly NodeJudge[]): readonly NodeJudge[] {
    const missing: Place[] = [];
    let at: Place | null = this;
    for (; at && !at.#judges; at = at.above) missing.push(at);
    let judges = (at ? at.#judges : null) ?? roots;
    for (const place of missing.reverse()) {
      judges = judges.map((judge) => judge.enter(place.view, place.via));
      place.#judges = judges;
    }
    return judges;
  }

  /**
   * The judges as they would be if shadow roots and frames were parts of one plain tree: what a
   * person who puts a mask around them expects.
   */
  judgesAsOneTree(roots: readonly NodeJudge[]): readonly NodeJudge[] {
    const above = this.above?.judgesAsOneTree(roots) ?? roots;
    this.#asOneTree ??= above.map((judge) => judge.enter(withChildren(this.view), 'child'));
    return this.#asOneTree;
  }
}

/** A host seems to have children of its own: in one plain tree its shadow root would be them. */
const withChildren = (view: NodeView): NodeView => ({
  tag: view.tag,
  attributeNames: () => view.attributeNames(),
  attribute: (name) => view.attribute(name),
  type: view.type,
  valueIsEmpty: view.valueIsEmpty,
  ...(view.valueIsAttribute === undefined ? {} : { valueIsAttribute: view.valueIsAttribute }),
  hasClass: (name) => view.hasClass(name),
  classNames: () => view.classNames(),
  matches: (selector) => view.matches(selector),
  depth: view.depth,
  hasLightChildren: true,
});

export interface Editable {
  readonly found: Set<string>;
}

export const NO_SURROUNDINGS = rootSurroundings('');
