import { sentenceOf } from '../../../core/errors';
import type { Message } from '../../../core/message';
import { readPolicy } from '../../../platform/preferences';
import { watchTab } from '../../../platform/session';
import { type MeasuresState, MeasuresStateSchema } from '../../../protocol/measures';
import type { MessageName, Request, Response } from '../../../protocol/messages';
import { redactUrl } from '../../../report/redact-url';
import { isMeasuresFile, readMeasuresFile } from '../../../sources/measures';
import { MEASURES_STATE } from '../../state-names';
import { kOf } from '../prepare-map';
import { prepareMeasures } from './prepare-measures';

interface Link {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly onState: (state: MeasuresState) => void;
  readonly onError: (error: Message | null) => void;
}

/** The side panel's end of the measures of one tab. */
export function createMeasuresClient(tabId: number, link: Link, signal: AbortSignal) {
  const show = (work: Promise<MeasuresState>): void => {
    link.onError(null);
    work.then(link.onState, (cause: unknown) => link.onError(sentenceOf(cause)));
  };
  watchTab(MEASURES_STATE, MeasuresStateSchema, tabId, link.onState, signal);
  show(link.ask('measures.state', { tabId }));

  /** False: the file is of another kind. Throws a `HushmapError` where it is one, and cannot be read. */
  async function openFile(file: File): Promise<boolean> {
    if (!(await isMeasuresFile(file))) return false;
    const read = await readMeasuresFile(file);
    if (!read.ok) throw read.error;
    const { page, from, to, given } = read.value;
    // Names of files may be personal; the page and its dates say whose data this is.
    const origin = { sourceId: 'file', sourceName: 'file', page: redactUrl(page), from, to };
    const measures = await prepareMeasures(given, origin, kOf(await readPolicy()));
    link.onState(await link.ask('measures.put', { tabId, measures }));
    return true;
  }

  return {
    openFile,
    wishes: {
      onAsk: (goal: string) => show(link.ask('measures.ask', { tabId, goal })),
      onClear: () => show(link.ask('measures.clear', { tabId })),
    },
  };
}
