import type { Border, NodeView } from '../contract';
import { type Level, ownLevel } from './levels';

/** What the way down to an element decides about it. */
export interface Place {
  readonly view: NodeView | null;
  /** False in SVG and MathML. */
  readonly isHtml: boolean;
  readonly level: Level;
  /** The level is that of an element around this one, and final. */
  readonly sealed: boolean;
  /** Beyond a border that the recorder does not cross. */
  readonly beyond: 'frame' | 'closed-root' | null;
}

export const rootAt = (level: Level): Place => ({
  view: null,
  isHtml: true,
  level,
  sealed: false,
  beyond: null,
});

/** One step down: the nearest level counts, except that nothing in a hidden element is shown. */
export function step(from: Place, view: NodeView, via: Border): Place {
  const isHtml = view.tag === 'svg' || view.tag === 'math' ? false : childrenAreHtml(from, via);
  const sealed = from.level === 'hidden' || from.level === 'ignore';
  return {
    view,
    isHtml,
    level: sealed ? from.level : (ownLevel(view, isHtml) ?? from.level),
    sealed,
    beyond: from.beyond ?? BEYOND[via],
  };
}

const BEYOND = {
  child: null,
  'shadow-open': null,
  'shadow-closed': 'closed-root',
  iframe: 'frame',
} as const satisfies Record<Border, Place['beyond']>;

const childrenAreHtml = ({ isHtml, view }: Place, via: Border): boolean =>
  isHtml || via !== 'child' || INTEGRATION_POINTS.has(view?.tag ?? '');

/** Elements of SVG and MathML that hold HTML (HTML standard, 13.2.6). */
const INTEGRATION_POINTS: ReadonlySet<string> = new Set(
  'foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '),
);
