import type { Translate } from '../../../lib/core/message';
import { recorderName } from '../../../lib/recorders/names';
import type { Column } from '../../ui/Table';
import { Capture } from '../Capture';
import { Selector } from '../Selector';
import { Outcome } from './Outcome';
import type { ProofRow } from './rows';

/** The columns of a proof's report; sorted at first by how bad it is. */
export const reportColumns = (t: Translate): Column<ProofRow>[] => [
  {
    id: 'outcome',
    title: t('ui.audit.prove.report.column.outcome'),
    width: '104px',
    cell: ({ outcome }) => <Outcome of={outcome} />,
    compare: by(({ outcome }) => outcome),
  },
  {
    id: 'field',
    title: t('ui.audit.prove.report.column.field'),
    width: 'minmax(110px, 1.4fr)',
    mono: true,
    tip: ({ field }) => field.selector,
    cell: ({ field }) => <Selector of={field.selector} />,
    compare: by(({ field }) => field.selector),
  },
  {
    id: 'class',
    title: t('ui.audit.prove.report.column.class'),
    width: 'minmax(76px, 0.6fr)',
    hideUnder: 560,
    mono: true,
    cell: ({ field }) => field.pii ?? '',
    compare: by(({ field }) => field.pii ?? ''),
  },
  {
    id: 'receiver',
    title: t('ui.audit.prove.report.column.receiver'),
    width: 'minmax(84px, 0.8fr)',
    tip: (row) => row.receiver,
    cell: (row) => receiverName(row, t),
    compare: by((row) => receiverName(row, t)),
  },
  {
    id: 'predicted',
    title: t('ui.audit.prove.report.column.predicted'),
    width: '88px',
    hideUnder: 420,
    cell: ({ predicted }) => <Capture of={predicted} />,
    compare: by(({ predicted }) => predicted ?? ''),
  },
  {
    id: 'found',
    title: t('ui.audit.prove.report.column.found'),
    width: 'minmax(84px, 0.6fr)',
    cell: ({ found }) => t(`ui.audit.prove.report.form.${found ?? 'none'}`),
    compare: by(({ found }) => found ?? ''),
  },
  {
    id: 'seen',
    title: t('ui.audit.prove.report.column.seen'),
    width: 'minmax(90px, 0.6fr)',
    hideUnder: 640,
    cell: ({ taps }) => taps.map((tap) => t(`ui.audit.prove.report.tap.${tap}`)).join(', '),
    compare: by(({ taps }) => taps.join()),
  },
];

/** Who got it: a recorder by its name, others by their host, and what is inside the page by its kind. */
export function receiverName({ recorder, receiver, hits }: ProofRow, t: Translate): string {
  if (recorder !== null) return recorderName(recorder);
  if (receiver !== '') return receiver;
  const kind = /^(worker|packing|webrtc):/.exec(hits[0]?.request ?? '')?.[1] ?? 'other';
  return t(`ui.audit.prove.report.inside.${INSIDE[kind] ?? 'other'}`);
}

const INSIDE: Readonly<Record<string, 'worker' | 'packing' | 'webrtc'>> = {
  worker: 'worker',
  packing: 'packing',
  webrtc: 'webrtc',
};

const by = (key: (row: ProofRow) => string) => (a: ProofRow, b: ProofRow) =>
  key(a).localeCompare(key(b));
