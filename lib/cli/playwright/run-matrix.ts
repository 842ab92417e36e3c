import type { CoverageCell, Verdict } from '../../protocol/findings';

/** All audits of a test run. */
export interface RunMatrix {
  readonly format: 'hushmap-matrix';
  readonly version: 1;
  readonly audits: readonly MatrixRow[];
  readonly notReached: readonly NotReached[];
}

export interface MatrixRow {
  readonly url: string;
  readonly state: string;
  readonly test: string;
  readonly verdict: Verdict;
  readonly cells: readonly CoverageCell[];
}

export interface NotReached {
  readonly url: string;
  readonly state: string;
  readonly test: string;
  readonly reason: string;
}

/** The matrix for a job summary: a line per page, state, recorder and class. */
export function toMarkdown({ audits, notReached }: RunMatrix): string {
  const rows = audits.flatMap(({ url, state, verdict, cells }) => {
    const place = `| ${cell(url)} | ${cell(state)} | ${verdict}`;
    if (cells.length === 0) return [`${place} | | nothing personal | | |`];
    return cells.map(
      ({ recorder, pii, fields, coveredFields, values, coveredValues }) =>
        `${place} | ${recorder} | ${pii} | ${coveredFields}/${fields} | ${coveredValues}/${values} |`,
    );
  });
  const table = [
    '| page | state | verdict | recorder | class | fields covered | values covered |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ];
  const missing = notReached.map(
    ({ url, test, reason }) => `- ${cell(url || test)}: ${cell(reason)}`,
  );
  return [
    '# Hushmap: what recorders would take',
    '',
    ...(rows.length > 0 ? table : ['No page was audited.']),
    '',
    ...(missing.length > 0 ? ['## Not reached', '', ...missing, ''] : []),
  ].join('\n');
}

/** Text of a page or a test must not become markup of the summary. */
const cell = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, (char) => `\\${char}`);
