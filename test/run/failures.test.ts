import { expect, it } from 'vitest';
import { failuresIn } from './failures';

it('names the failed tests of a Vitest report', () => {
  const assertionResults = [
    { fullName: 'adds', status: 'passed' },
    { fullName: 'subtracts', status: 'failed' },
  ];
  const testResults = [
    { name: 'sum.test.ts', status: 'failed', assertionResults },
    { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
  ];
  expect(failuresIn({ testResults })).toEqual([
    'sum.test.ts: subtracts',
    'broken.test.ts: did not load',
  ]);
});

it('names failed tests of a Playwright report however deep, with how their errors begin', () => {
  const spec = (title: string, status: string, message: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  });
  const inner = { specs: [spec('deep', 'unexpected', 'expected 1\nbut 2')] };
  const suites = [{ specs: [spec('fine', 'expected', '')], suites: [inner] }];
  expect(failuresIn({ suites })).toEqual(['a.spec.ts: deep\n    expected 1\n    but 2']);
});

it('names nothing where there is no report', () => {
  expect(failuresIn(null)).toEqual([]);
});
