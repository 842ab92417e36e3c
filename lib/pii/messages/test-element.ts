import type { ElementFacts, Surroundings } from '../contract';
import { enterSurroundings, rootSurroundings } from './surroundings';

/** An element of a page, with what a test says of it. */
export const element = (facts: Partial<ElementFacts> & { class?: string }): ElementFacts => ({
  tag: 'div',
  id: '',
  classNames: facts.class?.split(' ') ?? [],
  role: '',
  ariaLabel: '',
  itemprop: '',
  testId: '',
  lang: '',
  contentEditable: false,
  ...facts,
});

/** The surroundings after entering elements from the root down. */
export const inside = (...path: (Partial<ElementFacts> & { class?: string })[]): Surroundings =>
  path.reduce<Surroundings>(
    (parent, facts) => enterSurroundings(parent, element(facts)),
    rootSurroundings('en'),
  );
