import type { Reporter } from 'playwright/types/testReporter';

/** Writes one matrix of a test run: page × state × recorder × class, and what was not reached. */
export default class HushmapReporter implements Reporter {
  constructor(options?: { readonly outputFile?: string });
}
