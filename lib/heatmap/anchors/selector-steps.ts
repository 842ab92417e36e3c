/** What one element must be. */
export interface Compound {
  /** In lower case; null: any. */
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly positions: readonly Position[];
  readonly text: string;
}

export interface AttributeTest {
  readonly name: string;
  /** `''`: that it is there. */
  readonly operator: '' | '=' | '^=' | '$=' | '*=' | '~=' | '|=';
  readonly value: string;
}

export interface Position {
  /** Among all siblings, or among those of its tag. */
  readonly of: 'child' | 'type';
  /** Counted from 1; from the end where negative. */
  readonly at: number;
}

/** One step of a selector, with all that come before it. Steps that were read as one are one object. */
export interface Step {
  /** How it stands to the step before: anywhere inside, or a child. The first stands anywhere. */
  readonly combinator: ' ' | '>';
  readonly compound: Compound;
  /** Null: it is the first. */
  readonly before: Step | null;
}

/** A selector inside one tree. `last` is null where it needs more of CSS than is read here. */
export interface TreeSelector {
  readonly text: string;
  /** Its last step, which leads to those before it. */
  readonly last: Step | null;
}

/** What was read already: of thousands of anchors on one page, most share their path. */
export interface KnownSteps {
  /** Told what an element must be, for every step that is read; of what was read already, not again. */
  readonly onCompound: (compound: Compound) => void;
  /** By word. */
  readonly compounds: Map<string, Compound | null>;
  /** By all of the text that leads to a step. */
  readonly steps: Map<string, Step | null>;
  /** By the step before, and the text of its own. */
  readonly after: Map<Step | null, Map<string, Step>>;
}

export const knownSteps = (onCompound: KnownSteps['onCompound'] = () => {}): KnownSteps => ({
  onCompound,
  compounds: new Map(),
  steps: new Map(),
  after: new Map(),
});

/** The steps of a selector, the first one first. */
export function stepsTo(last: Step): Step[] {
  const steps: Step[] = [];
  for (let at: Step | null = last; at !== null; at = at.before) steps.push(at);
  return steps.reverse();
}

/** The one object that stands for a step after another. */
export function stepAfter(
  before: Step | null,
  { combinator, compound }: Pick<Step, 'combinator' | 'compound'>,
  { after }: Pick<KnownSteps, 'after'>,
): Step {
  const siblings = after.get(before) ?? new Map<string, Step>();
  after.set(before, siblings);
  const key = combinator + compound.text;
  const known = siblings.get(key) ?? { combinator, compound, before };
  siblings.set(key, known);
  return known;
}
