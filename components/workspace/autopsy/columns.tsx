import type { Translate } from '../../../lib/core/message';
import { classNameOf } from '../../../lib/pii';
import type { FieldRow } from '../../../lib/wire/autopsy/by-field';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';
import type { Column } from '../../ui/column';
import { formatCount, formatMoment } from '../../ui/format';

type Affected = AutopsyReport['affected'][number];

/** Where on the page: what has to be masked. */
export function fieldColumns(t: Translate): Column<FieldRow>[] {
  const nameOf = (row: FieldRow) => t(classNameOf(row.class));
  return [
    {
      ...{
        id: 'class',
        title: t('ui.workspace.autopsy.column.class'),
        width: 'minmax(104px, 1.4fr)',
      },
      cell: nameOf,
      compare: (a, b) => byWord(nameOf(a), nameOf(b)),
    },
    {
      ...{
        id: 'where',
        title: t('ui.workspace.autopsy.column.where'),
        width: 'minmax(80px, 2fr)',
      },
      mono: true,
      cell: ({ where }) => where || t('ui.workspace.autopsy.unknownPlace'),
      tip: ({ where }) => where,
      compare: (a, b) => byWord(a.where, b.where),
    },
    {
      ...{ id: 'channel', title: t('ui.workspace.autopsy.column.channel'), width: '124px' },
      hideUnder: 640,
      cell: ({ channel }) => channel,
      compare: (a, b) => byWord(a.channel, b.channel),
    },
    {
      ...count('recordings', t('ui.workspace.autopsy.column.recordings')),
      cell: ({ recordings }) => formatCount(recordings),
      compare: (a, b) => a.recordings - b.recordings,
    },
    {
      ...count('sightings', t('ui.workspace.autopsy.column.sightings')),
      hideUnder: 520,
      cell: ({ sightings }) => formatCount(sightings),
      compare: (a, b) => a.sightings - b.sightings,
    },
    {
      ...{ id: 'last', title: t('ui.workspace.autopsy.column.last'), width: '184px' },
      hideUnder: 760,
      cell: ({ last }) => moment(last),
      compare: (a, b) => byWord(a.last ?? '', b.last ?? ''),
    },
  ];
}

/** What has to be deleted where the recordings are kept. */
export function affectedColumns(t: Translate): Column<Affected>[] {
  const classesOf = ({ classes }: Affected) => classes.map((pii) => t(classNameOf(pii))).join(', ');
  return [
    {
      id: 'recording',
      ...{ title: t('ui.workspace.autopsy.column.recording'), width: 'minmax(120px, 2.6fr)' },
      mono: true,
      cell: ({ recording }) => recording,
      tip: ({ recording }) => recording,
      compare: (a, b) => byWord(a.recording, b.recording),
    },
    {
      id: 'classes',
      ...{ title: t('ui.workspace.autopsy.column.classes'), width: 'minmax(120px, 1.6fr)' },
      cell: classesOf,
      tip: classesOf,
      compare: (a, b) => a.classes.length - b.classes.length,
    },
    {
      ...count('sightings', t('ui.workspace.autopsy.column.sightings')),
      cell: ({ sightings }) => formatCount(sightings),
      compare: (a, b) => a.sightings - b.sightings,
    },
    {
      ...{ id: 'first', title: t('ui.workspace.autopsy.column.first'), width: '184px' },
      hideUnder: 640,
      cell: ({ first }) => moment(first),
      compare: (a, b) => byWord(a.first ?? '', b.first ?? ''),
    },
    {
      id: 'file',
      ...{ title: t('ui.workspace.autopsy.column.file'), width: 'minmax(100px, 1fr)' },
      hideUnder: 860,
      mono: true,
      cell: ({ file }) => file,
      tip: ({ file }) => file,
      compare: (a, b) => byWord(a.file, b.file),
    },
  ];
}

const count = (id: string, title: string) => ({ id, title, width: '88px', align: 'end' }) as const;
const byWord = (a: string, b: string): number => a.localeCompare(b);
const moment = (time: string | null): string =>
  time === null ? '–' : formatMoment(Date.parse(time));
