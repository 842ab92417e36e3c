import { readCss } from './read-css';
import { readPath, readWord } from './read-paths';
import {
  type Compound,
  type KnownSteps,
  knownSteps,
  type Step,
  stepAfter,
  stepsTo,
  type TreeSelector,
} from './selector-steps';

/** Joins the selector of a shadow host or a frame and that of an element inside it. */
export const PIERCE = ' >>> ';

/**
 * Reads the part of CSS that recorders name elements by: tags, ids, classes, attributes, places among
 * siblings, descendants and children, with CSS's escapes. One entry for each tree that is entered.
 */
export function parseSelector(selector: string, known: KnownSteps = knownSteps()): TreeSelector[] {
  if (!selector.includes('>>>')) return [readPart(selector, known)];
  return selector.split(PIERCE).map((part) => readPart(part, known));
}

function readPart(part: string, known: KnownSteps): TreeSelector {
  const text = part.trim();
  // Most are one word, each another one: what it costs to keep them is not worth it.
  const word = readWord(text);
  if (word !== null) {
    known.onCompound(word);
    return { text, last: { combinator: ' ', compound: word, before: null } };
  }
  const path = readPath(text, known);
  if (path !== undefined) return { text, last: path };
  let last = known.steps.get(text);
  if (last === undefined) {
    last = readCss(text, known);
    known.steps.set(text, last);
  }
  return { text, last };
}

/**
 * The same path without its classes, which frameworks set and take away with the width of the page and
 * the state of an element; null: there are none, or nothing else would say which element is meant.
 */
export function withoutClasses(
  { last }: TreeSelector,
  known: Pick<KnownSteps, 'after'> = knownSteps(),
): TreeSelector | null {
  if (last === null) return null;
  const { positions, ids, attributes } = last.compound;
  if (positions.length === 0 && ids.length === 0 && attributes.length === 0) return null;
  const steps = stepsTo(last);
  if (steps.every(({ compound }) => compound.classes.length === 0)) return null;
  let bare: Step | null = null;
  for (const step of steps) {
    bare = stepAfter(bare, { ...step, compound: bareOf(step.compound) }, known);
  }
  return { text: '', last: bare };
}

function bareOf(compound: Compound): Compound {
  if (compound.classes.length === 0) return compound;
  const positions = compound.positions.map(({ of, at }) => `:${of}(${at})`).join('');
  const tests = compound.attributes.map((test) => `[${test.name}${test.operator}${test.value}]`);
  const ids = compound.ids.map((id) => `#${id}`);
  // Names it among others; it is not read as CSS.
  const text = [compound.tag ?? '*', ...ids, ...tests, positions].join('');
  return { ...compound, classes: [], text };
}
