import { HushmapError, sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import { saveFile } from '../../platform/files';
import { send } from '../../platform/messaging';
import { readPolicy } from '../../platform/preferences';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { SnapshotList } from '../../protocol/snapshots';
import { writeHeatFile } from '../../sources/file';
import { snapshots } from '../../vault/snapshots';
import { heatOfMap } from '../heat/heat-of-map';
import { kOf } from '../heat/prepare-map';
import { askAgainIfLost } from '../retry';

interface Listener {
  readonly onSnapshots: (list: SnapshotList) => void;
  readonly onError: (error: Message | null) => void;
}

/** The workspace's end of snapshots. */
export function createSnapshotsClient({ onSnapshots, onError }: Listener) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));
  const act = (work: () => Promise<SnapshotList>): void => {
    work().then(onSnapshots, (cause: unknown) => onError(sentenceOf(cause)));
  };
  act(() => ask('snapshots.list', undefined));

  /** Written here and not in the background: a file may be larger than a message may. */
  async function exportOne(id: string): Promise<void> {
    const map = await snapshots.get(id);
    if (map === null) throw new HushmapError('snapshot.gone');
    const text = [...writeHeatFile(heatOfMap(map), kOf(await readPolicy()))].join('');
    // The name may say more than a person wants in a list of downloads; the days are of the data.
    saveFile(`hushmap-heat-${map.summary.provenance.to}.json`, 'application/json', text);
  }

  return {
    onRename: (id: string, name: string) => act(() => ask('snapshots.rename', { id, name })),
    onRemove: (id: string) => act(() => ask('snapshots.remove', { id })),
    onRestore: (id: string) => act(() => ask('snapshots.restore', { id })),
    onExport: (id: string) =>
      void exportOne(id).catch((cause: unknown) => onError(sentenceOf(cause))),
  };
}
