import { createTranslator } from '../../core/translator';
import { classNameOf } from '../../pii';
import type { AutopsyReport } from './report-schema';

const translate = createTranslator();
const MOST_ROWS = 500;

/** The report for people: what was found, where, and what was not read. */
export function autopsyMarkdown(report: AutopsyReport): string {
  const { timeline, affected, recordings, files } = report;
  const rows = timeline.slice(0, MOST_ROWS);
  const left = timeline.length - rows.length + report.more;
  return [
    '# Replay autopsy',
    '',
    `${count(files.length, 'file')}, ${count(recordings, 'recording')}; ${affected.length} with something personal. No value is in this report.`,
    '',
    ...unread(report),
    ...(affected.length === 0
      ? []
      : section(
          'Recordings to delete',
          '| recording | file | what | sightings | first seen |\n|---|---|---|---|---|',
        )),
    ...affected.map(({ recording, file, classes, sightings, first }) =>
      line(
        recording,
        file,
        classes.map((pii) => translate(classNameOf(pii))).join(', '),
        String(sightings),
        first ?? '',
      ),
    ),
    ...(rows.length === 0
      ? []
      : section(
          'Time line',
          '| time | what | channel | where | times | recording |\n|---|---|---|---|---|---|',
        )),
    ...rows.map((row) =>
      line(
        row.time ?? 'not known',
        translate(classNameOf(row.class)),
        row.channel,
        row.where,
        String(row.count),
        row.recording,
      ),
    ),
    ...(left > 0 ? ['', `…and ${left} more rows; --format json has those of the time line.`] : []),
    '',
  ].join('\n');
}

function unread({ opaque, files }: AutopsyReport): string[] {
  const reasons = Object.entries(opaque).map(
    ([kind, bytes = 0]) => `${Math.ceil(bytes / 1024)} KB ${WORDS[kind] ?? kind}`,
  );
  const unreadable = files
    .filter(({ kind }) => kind === 'unreadable')
    .map(({ file }) => cell(file));
  const skipped = files.reduce((sum, file) => sum + file.skipped, 0);
  return [
    ...(reasons.length > 0 ? [`**Not read, so not clean:** ${reasons.join(', ')}.`, ''] : []),
    ...(unreadable.length > 0 ? [`**Unreadable files:** ${unreadable.join(', ')}.`, ''] : []),
    ...(skipped > 0
      ? [
          `**Skipped:** ${count(skipped, 'line or part', 'lines or parts')} that could not be followed.`,
          '',
        ]
      : []),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  zstd: 'packed with zstd',
  brotli: 'packed with brotli',
  media: 'of pictures or fonts',
  unknown: 'of unknown form',
  cut: 'broken off or damaged',
  limit: 'beyond the limit',
};

const section = (title: string, head: string): string[] => ['', `## ${title}`, '', head];
const line = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Names from a file must not become markup of the report. */
const cell = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, (char) => `\\${char}`);
