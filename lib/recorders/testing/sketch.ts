import type { RecorderId } from '../../protocol/recorders';
import type { NodeJudge, NodeView } from '../contract';
import { assumeRecorder } from '../index';
import { judgeAt } from '../judge';

/** The judge of a recorder at the document's root, with the vendor's own options. */
export const root = (id: RecorderId, options?: object): NodeJudge =>
  judgeAt(assumeRecorder(id, options ? { ...options } : undefined));

/** One step down for each sketch. */
export const at = (judge: NodeJudge, ...path: readonly Sketch[]): NodeJudge =>
  path.reduce((outer, sketch) => outer.enter(view(sketch), 'child'), judge);

/** An element in a few words, for tests of rules. */
export interface Sketch {
  readonly tag?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly empty?: boolean;
  readonly isAttribute?: boolean;
  /** Selectors that match; all others do not, and `!` alone is not valid. */
  readonly matching?: readonly string[];
  readonly bare?: boolean;
  readonly depth?: number;
}

export function view(sketch: Sketch = {}): NodeView {
  const attributes = sketch.attributes ?? {};
  const classNames = (attributes.class ?? '').split(' ').filter(Boolean);
  return {
    tag: sketch.tag ?? 'p',
    attributeNames: () => Object.keys(attributes),
    attribute: (name) => attributes[name] ?? null,
    type: sketch.type ?? (sketch.tag === 'input' ? (attributes.type ?? 'text') : ''),
    valueIsEmpty: sketch.empty ?? false,
    ...(sketch.isAttribute === undefined ? {} : { valueIsAttribute: sketch.isAttribute }),
    hasClass: (name) => classNames.includes(name),
    classNames: () => classNames,
    matches: (selector) => (selector === '!' ? null : (sketch.matching ?? []).includes(selector)),
    depth: sketch.depth ?? 0,
    hasLightChildren: sketch.bare !== true,
  };
}
