import * as v from 'valibot';
import { saveFile } from '../../platform/files';
import { startOwnWorker } from '../../platform/own-worker';
import type { AutopsyState, NamedFile } from '../../wire/autopsy/progress';
import type { AutopsyReport } from '../../wire/autopsy/report-schema';
import { AutopsySaidSchema } from './autopsy-run';

/** The workspace's end of an autopsy. Files are read in a worker and leave this device for nowhere. */
export function createAutopsyClient(onState: (state: AutopsyState) => void) {
  let worker: Worker | null = null;

  const stop = (state: AutopsyState = { at: 'empty' }): void => {
    worker?.terminate();
    worker = null;
    onState(state);
  };

  return {
    onRead: (files: readonly NamedFile[]): void => {
      stop({ at: 'reading', done: 0, total: files.length });
      worker = startOwnWorker('/autopsy-worker.js');
      worker.addEventListener('error', () => stop({ at: 'failed' }));
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const said = v.safeParse(AutopsySaidSchema, data);
        if (!said.success || said.output.kind === 'failed') stop({ at: 'failed' });
        else if (said.output.kind === 'report') stop({ at: 'report', report: said.output.report });
        else onState({ at: 'reading', done: said.output.done, total: said.output.total });
      });
      worker.postMessage(files);
    },
    onStop: () => stop(),
    onSaveReport: (report: AutopsyReport): void => save('hushmap-autopsy.json', report),
    onSaveAffected: ({ affected }: AutopsyReport): void =>
      save('hushmap-recordings-to-delete.json', affected),
  };
}

const save = (name: string, content: unknown): void =>
  saveFile(name, 'application/json', `${JSON.stringify(content, null, 2)}\n`);
