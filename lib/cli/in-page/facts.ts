import { readPageFacts } from '../../page/probe/facts';

/** Runs in the page's own world, so whoever gets its answer parses it as if the page had written it. */
export const facts = () => readPageFacts(window);
