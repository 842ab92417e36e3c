import { HushmapError, sentenceOf } from '../../core/errors';
import { randomId } from '../../core/ids';
import type { Message } from '../../core/message';
import { saveFile } from '../../platform/files';
import { send } from '../../platform/messaging';
import { openSideBySide } from '../../platform/pages';
import { stitch } from '../../platform/picture';
import { readPolicy } from '../../platform/preferences';
import { watchTab } from '../../platform/session';
import { translate } from '../../platform/translate';
import { type HeatSettings, type HeatState, HeatStateSchema } from '../../protocol/heat';
import { type HeatComparison, HeatComparisonSchema } from '../../protocol/heat-comparison';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { QuietState } from '../../protocol/hold';
import type { MeasuresState } from '../../protocol/measures';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { TakingFilter } from '../../protocol/noise-messages';
import type { PlacedPin } from '../../protocol/pins';
import { heatTable } from '../../report/heat-table';
import { redactFilters } from '../../report/redact-filters';
import { redactUrl } from '../../report/redact-url';
import { readHeatFile } from '../../sources/file';
import { maps } from '../../vault/maps';
import { createQuietClient } from '../hold/hold-client';
import { askAgainIfLost } from '../retry';
import { HEAT_COMPARISON, HEAT_STATE } from '../state-names';
import { takeBoth } from './compare/pictures';
import { fileName } from './file-name';
import { makeReport } from './make-report';
import { createMeasuresClient } from './measures/measures-client';
import { pictureOf } from './picture-of-tab';
import { createPinClient } from './pins/pin-client';
import { kOf, prepareHeat } from './prepare-map';
import { createZoneWishes } from './zone-wishes';

interface Listener {
  readonly onState: (state: HeatState) => void;
  readonly onError: (error: Message | null) => void;
  readonly onBusy: (busy: boolean) => void;
  readonly onQuiet: (quiet: QuietState) => void;
  readonly onMeasures: (measures: MeasuresState) => void;
  readonly onComparison: (comparison: HeatComparison | null) => void;
  readonly onPins: (pins: readonly PlacedPin[]) => void;
}

/** The side panel's end of the heat of one tab, by the names that the panel has for its wishes. */
export function createHeatClient(tabId: number, listener: Listener, signal: AbortSignal) {
  /** Changes of the state that were told so far. */
  let told = 0;
  let lastPage: string | null = null;
  const onChange = (state: HeatState): void => {
    told += 1;
    listener.onState(state);
    // Another page may send elsewhere.
    if (state.page !== lastPage) quiet.refresh();
    lastPage = state.page;
  };

  async function act(work: () => Promise<HeatState | undefined>): Promise<void> {
    listener.onBusy(true);
    listener.onError(null);
    const before = told;
    try {
      const state = await work();
      // What was told meanwhile is at least as new as this answer.
      if (state !== undefined && told === before) listener.onState(state);
    } catch (cause) {
      listener.onError(sentenceOf(cause));
    } finally {
      listener.onBusy(false);
    }
  }

  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));

  async function openFile(file: File): Promise<HeatState> {
    const read = await readHeatFile(file);
    if (!read.ok) throw read.error;
    const { page, map: kind, from, to, heat, band = null, filters = NO_FILTERS } = read.value;
    const origin = {
      page: redactUrl(page),
      from,
      to,
      band,
      filters: redactFilters(filters),
      sourceId: 'file',
      // Names of files may be personal; the page and its dates say whose data this is.
      sourceName: 'file',
      kind: 'file' as const,
      fetchedAt: Date.now(),
    };
    const map = await prepareHeat(heat, kind, origin, kOf(await readPolicy()));
    const mapId = randomId('file');
    await maps.put({ ...map, summary: { ...map.summary, mapId } }).catch((cause: unknown) => {
      // The background reads the file's heat from storage alone: without room there is nothing to show.
      const isFull = cause instanceof HushmapError && cause.code === 'storage.quota';
      throw isFull ? new HushmapError('file.noRoom', [], { cause }) : cause;
    });
    return ask('heat.fileStored', { tabId, mapId });
  }

  async function savePng(): Promise<HeatState> {
    const { state, name, picture, caption } = await pictureOf(tabId, ask, translate, Date.now());
    const png = await stitch(picture.pieces, picture, caption);
    saveFile(name, 'image/png', png);
    return state;
  }

  async function saveReport(): Promise<HeatState> {
    const { state, file } = await makeReport(tabId, ask, translate, Date.now());
    saveFile(fileName(state, 'html'), 'text/html', file);
    return state;
  }

  async function openPictures(): Promise<HeatState> {
    const { a, b } = await takeBoth(tabId, ask, translate, Date.now());
    const png = async ({ picture, caption }: typeof a) =>
      new Blob([await stitch(picture.pieces, picture, caption)], { type: 'image/png' });
    openSideBySide({ a: await png(a), b: await png(b) });
    return ask('heat.state', { tabId });
  }

  const quiet = createQuietClient(
    tabId,
    { ask, onState: listener.onQuiet, onError: listener.onError },
    signal,
  );
  const measures = createMeasuresClient(
    tabId,
    { ask, onState: listener.onMeasures, onError: listener.onError },
    signal,
  );
  const pins = createPinClient(
    tabId,
    { ask, onPins: listener.onPins, onError: listener.onError },
    signal,
  );
  watchTab(HEAT_STATE, HeatStateSchema, tabId, onChange, signal);
  watchTab(HEAT_COMPARISON, HeatComparisonSchema, tabId, listener.onComparison, signal);
  void ask('heat.comparison', { tabId }).then(listener.onComparison, ignore);
  void act(() => ask('heat.state', { tabId }));
  quiet.refresh();

  return {
    onSettings: (settings: Partial<HeatSettings>) =>
      act(() => ask('heat.set', { tabId, settings })),
    onSavePng: () => act(savePng),
    onSaveReport: () => act(saveReport),
    onOpenPictures: () => act(openPictures),
    onExportCsv: () =>
      act(async () => {
        const state = await ask('heat.state', { tabId });
        saveFile(fileName(state, 'csv'), 'text/csv', heatTable(state));
        return state;
      }),
    onReload: () => act(() => ask('heat.reload', { tabId })),
    onOff: () => act(() => ask('heat.off', { tabId })),
    onOpenFile: (file: File) =>
      act(async () => ((await measures.openFile(file)) ? undefined : openFile(file))),
    measures: measures.wishes,
    pins,
    onTakenAway: (filter: TakingFilter) => ask('heat.takenAway', { tabId, filter }),
    onHighlight: (ref: number | null) => void ask('heat.highlight', { tabId, ref }).catch(ignore),
    onScrollTo: (ref: number) => void ask('heat.scrollTo', { tabId, ref }).catch(ignore),
    zones: createZoneWishes(tabId, { act, ask }),
    onQuiet: quiet.onQuiet,
    snapshot: {
      onOffer: () =>
        ask('snapshots.offer', { tabId }).catch((cause: unknown) => ({
          refused: sentenceOf(cause),
        })),
      onSave: (name: string): Promise<Message | null> =>
        ask('snapshots.save', { tabId, id: randomId('snapshot'), name }).then(
          () => null,
          sentenceOf,
        ),
    },
  };
}

/** A page that has moved on has nothing to point at. */
const ignore = (): undefined => undefined;
