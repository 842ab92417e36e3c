import { type WalkProgress, walkPage } from '../../consent/walk/walk';
import type { RecorderId } from '../../protocol/recorders';
import type { ScenarioId } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';
import type { WalkSite } from '../../protocol/walk/walk-messages';
import { redactUrl } from '../../report/redact-url';
import { createAlbum } from './album';
import type { WalkClientPorts } from './client-ports';
import { withLateRequests } from './late-requests';
import { createLeaving, type Leaving } from './leaving';
import { createPanelDriver } from './panel-driver';
import { afterProgress, firstRun, type WalkRun, withTask } from './run-view';
import { type Judged, judged, reportOf, type WalkReport } from './walk-report';

/** A walk that is under way. */
export interface Running {
  /** A person wants it to end with what it has. */
  readonly stop: AbortController;
  /** It has ended. */
  readonly over: AbortController;
  run: WalkRun;
  soFar: WalkReport | null;
  leaving: Leaving | null;
  /** Presses by a script what a person is asked to press; null: nobody is asked. */
  press: (() => void) | null;
}

type Ports = Pick<WalkClientPorts, 'ask' | 'now' | 'waits' | 'watchTraffic' | 'lastWalk'>;

/** Walks the paths in the tab, tells whenever it stands elsewhere, and judges what came of it. */
export async function leadWalk(
  mine: Running,
  at: WalkSite & { readonly tabId: number; readonly url: string },
  scenarios: readonly ScenarioId[],
  ports: Ports & { readonly onRun: () => void },
): Promise<WalkReport> {
  const { ask, now, waits, onRun } = ports;
  const url = redactUrl(at.url);
  const last = await ports.lastWalk.read(url);
  const onTask = (what: WalkRun['task'], until?: number): void => {
    mine.run = withTask(mine.run, what, now(), until);
    onRun();
  };
  const traffic = ports.watchTraffic(mine.over.signal);
  const known = new Set<RecorderId>();
  const album = createAlbum();
  const withLate = (walk: Walk): Walk => withLateRequests(walk, traffic.late(at.url, [...known]));
  const driver = createPanelDriver({
    ...{ tabId: at.tabId, url: at.url, viewport: at.viewport, ask, now, waits, onTask },
    traffic,
    known,
    keep: album.keep,
    newLeaving: () => {
      mine.leaving = createLeaving(mine.stop.signal);
      return mine.leaving;
    },
    onAsked: (press) => {
      mine.press = press;
    },
  });
  const onProgress = (progress: WalkProgress): void => {
    mine.run = afterProgress(mine.run, progress);
    mine.soFar = reportOf({ walk: withLate(progress.walk), findings: [] }, last, album.pictures);
    onRun();
  };
  const { signal } = mine.stop;
  const walk = withLate(await walkPage(driver, { url, scenarios, now, signal, onProgress }));
  onTask({ kind: 'judge' });
  const result: Judged = judged(walk);
  await ports.lastWalk.write(walk, result.findings);
  return reportOf(result, last, album.pictures);
}

export const newRun = (scenarios: readonly ScenarioId[], now: number): Running => ({
  stop: new AbortController(),
  over: new AbortController(),
  run: firstRun(scenarios, now),
  soFar: null,
  leaving: null,
  press: null,
});
