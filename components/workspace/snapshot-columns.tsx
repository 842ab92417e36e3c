import type { Translate } from '../../lib/core/message';
import type { Snapshot } from '../../lib/protocol/snapshots';
import type { Column } from '../ui/column';
import { formatBytes, formatDate, formatMoment, shortUrl } from '../ui/format';

/** What a row of the table says of a snapshot. */
export function snapshotColumns(t: Translate): Column<Snapshot>[] {
  return [
    {
      id: 'name',
      title: t('ui.workspace.snapshots.name'),
      width: 'minmax(90px, 3fr)',
      cell: ({ name }) => name,
      tip: ({ name }) => name,
      compare: (a, b) => a.name.localeCompare(b.name),
    },
    {
      id: 'page',
      title: t('ui.workspace.snapshots.page'),
      width: 'minmax(0, 3fr)',
      hideUnder: 560,
      mono: true,
      cell: ({ provenance }) => shortUrl(provenance.page),
      tip: ({ provenance }) => provenance.page,
      compare: (a, b) => a.provenance.page.localeCompare(b.provenance.page),
    },
    {
      id: 'map',
      title: t('ui.workspace.snapshots.map'),
      width: '108px',
      hideUnder: 420,
      cell: ({ map }) => t(`ui.workspace.snapshots.kind.${map}`),
      compare: (a, b) => a.map.localeCompare(b.map),
    },
    {
      id: 'saved',
      title: t('ui.workspace.snapshots.saved'),
      width: '112px',
      align: 'end',
      cell: ({ savedAt }) => formatDate(savedAt),
      tip: ({ savedAt }) => formatMoment(savedAt),
      compare: (a, b) => a.savedAt - b.savedAt,
    },
    {
      id: 'size',
      title: t('ui.workspace.snapshots.size'),
      width: '84px',
      align: 'end',
      hideUnder: 320,
      cell: ({ bytes }) => formatBytes(bytes),
      compare: (a, b) => a.bytes - b.bytes,
    },
  ];
}
