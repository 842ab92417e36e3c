/** The names of what failed, out of the reports of Vitest and Playwright, for the end of a run. */
import * as v from 'valibot';

/** One line a failed test: its file, its name, and how its error begins. Empty for no report. */
export function failuresIn(report: unknown): string[] {
  const vitest = v.safeParse(VITEST, report);
  if (vitest.success) return vitest.output.testResults.flatMap(failedInFile);
  const playwright = v.safeParse(PLAYWRIGHT, report);
  return playwright.success ? playwright.output.suites.flatMap(failedInSuite) : [];
}

const VITEST = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

interface Suite {
  readonly specs: readonly v.InferOutput<typeof SPEC>[];
  readonly suites?: readonly Suite[] | undefined;
}
const SPEC = v.object({
  title: v.string(),
  file: v.string(),
  tests: v.array(
    v.object({
      status: v.string(),
      results: v.array(
        v.object({ errors: v.array(v.object({ message: v.optional(v.string()) })) }),
      ),
    }),
  ),
});
const SUITE: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(SPEC),
  suites: v.optional(v.array(v.lazy(() => SUITE))),
});
const PLAYWRIGHT = v.object({ suites: v.array(SUITE) });

function failedInFile(file: v.InferOutput<typeof VITEST>['testResults'][number]): string[] {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`${file.name}: did not load`];
  return failed.map(({ fullName }) => `${file.name}: ${fullName}`);
}

function failedInSuite(suite: Suite): string[] {
  const own = suite.specs
    .filter(({ tests }) => tests.some(({ status }) => ['unexpected', 'flaky'].includes(status)))
    .map(({ file, title, tests }) => {
      const errors = tests
        .flatMap(({ results }) => results.flatMap((each) => each.errors))
        .map(({ message }) => message ?? '');
      return `${file}: ${title}\n    ${beginningOf(errors.join('\n'))}`;
    });
  return [...own, ...(suite.suites ?? []).flatMap(failedInSuite)];
}

function beginningOf(message: string): string {
  return message.split('\n').slice(0, 10).join('\n    ').slice(0, 1500);
}
