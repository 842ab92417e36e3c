import { describe, expect, it } from 'vitest';
import { toMarkdown } from './run-matrix';

const cell = {
  pii: 'email',
  recorder: 'sentry',
  values: 3,
  coveredValues: 1,
  fields: 2,
  coveredFields: 0,
} as const;
const row = { url: 'https://a.test/', state: 'modal', test: 't', verdict: 'blocked' } as const;
const matrix = (
  audits: Parameters<typeof toMarkdown>[0]['audits'],
  notReached: Parameters<typeof toMarkdown>[0]['notReached'] = [],
) => toMarkdown({ format: 'hushmap-matrix', version: 1, audits, notReached });

describe('the matrix of a test run', () => {
  it('has a line per page, state, recorder and class', () => {
    expect(matrix([{ ...row, cells: [cell] }])).toContain(
      '| https://a.test/ | modal | blocked | sentry | email | 0/2 | 1/3 |',
    );
  });

  it('names pages without anything personal, and runs without an audit', () => {
    expect(matrix([{ ...row, verdict: 'clear', cells: [] }])).toContain('nothing personal');
    expect(matrix([])).toContain('No page was audited.');
  });

  it('tells what was not reached, by its test where no page is known', () => {
    const told = matrix([], [{ url: '', state: '', test: 'signs in', reason: 'It ended.' }]);
    expect(told).toContain('- signs in: It ended.');
  });

  it('lets nothing of a page become markup', () => {
    expect(matrix([{ ...row, state: '<b>|x', cells: [] }])).toContain('\\<b\\>\\|x');
  });
});
