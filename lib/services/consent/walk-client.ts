import { siteOf } from '../../consent/owners';
import { sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import { type Obstacle, SCENARIO_IDS, type ScenarioId } from '../../protocol/walk/scenarios';
import type { WalkSite } from '../../protocol/walk/walk-messages';
import type { WalkClientPorts } from './client-ports';
import { leadWalk, newRun, type Running } from './lead-walk';
import { isEmpty, judged, reportOf } from './walk-report';
import { planOf, type WalkPlan, type WalkUi } from './walk-ui';

/**
 * The panel's end of a walk: it leads, so that nothing is lost with a worker, and shows where it stands.
 * A panel that closes leaves a walk that the page and the background end by themselves.
 */
export function createWalkClient(tabId: number, ports: WalkClientPorts) {
  const { ask, now, onError } = ports;
  let ui: WalkUi | null = null;
  let site: WalkSite | null = null;
  let run: Running | null = null;
  const show = (next: WalkUi): void => {
    ui = next;
    ports.onWalk(next);
  };

  async function refresh(): Promise<void> {
    if (run !== null) return;
    // Without an answer what is shown stays.
    const told = await ask('walk.site', { tabId }).catch(() => null);
    if (told === null || run !== null) return;
    site = told;
    // A report stays until somebody wants another walk.
    if (ui !== null && 'report' in ui) return;
    const origin = told.origin === '' ? await ports.inspectedOrigin() : told.origin;
    const { standing } = told;
    if (standing === 'no-grant' && origin !== '')
      show({ status: 'not-allowed', why: 'no-grant', origin });
    else if (standing === 'no-page' || standing === 'no-grant') {
      show({ status: 'not-allowed', why: 'no-page', origin });
    } else if (standing !== 'ready') show({ status: 'locked', why: standing, origin });
    else show({ status: 'ready', plan: planOf(told, ports.waits) });
  }

  async function start(scenarios: readonly ScenarioId[]): Promise<void> {
    const at = site;
    if (run !== null || at === null || at.url === null) return;
    // Named before any await: the browser asks the person only straight from their press.
    const asked = ports.askForSiteData(siteOf(at.url)).catch(() => false);
    const mine = newRun(scenarios, now());
    run = mine;
    onError(null);
    showRun(mine);
    await asked;
    try {
      const page = { ...at, tabId, url: at.url };
      const onRun = () => showRun(mine);
      const report = await leadWalk(mine, page, scenarios, { ...ports, onRun });
      const isStopped = mine.stop.signal.aborted;
      const status = isStopped ? 'stopped' : isEmpty(report.walk) ? 'nothing-found' : 'done';
      show({ status, report, plan: planOf(at, ports.waits) });
    } catch (cause) {
      giveUp(mine, planOf(at, ports.waits), sentenceOf(cause));
    } finally {
      mine.over.abort();
      run = null;
      await ask('walk.finish', { tabId, others: false }).catch(() => undefined);
      ports.onOver();
      void refresh();
    }
  }

  /** What was seen until then stays. */
  function giveUp({ soFar }: Running, plan: WalkPlan, error: Message): void {
    const hasSteps = soFar?.walk.scenarios.some(({ steps }) => steps.length > 0);
    if (!soFar || !hasSteps) {
      show({ status: 'failed', error, plan });
      return;
    }
    const report = reportOf(judged(soFar.walk), soFar.last, soFar.pictures);
    show({ status: 'stopped', report, plan });
    onError(error);
  }

  const showRun = ({ run: shown, soFar }: Running): void =>
    show({ status: 'running', run: shown, soFar });

  return {
    refresh,
    /** The panel goes: whatever it led is ended. */
    close: () => {
      if (run === null) return;
      run.stop.abort();
      void ask('walk.finish', { tabId, others: false }).catch(() => undefined);
    },
    onStart: ({ scenarios }: { readonly scenarios: readonly ScenarioId[] }) =>
      start(SCENARIO_IDS.filter((id) => scenarios.includes(id))),
    onPress: () => run?.press?.(),
    onSkip: (reason: Obstacle) => run?.leaving?.leave(reason),
    onStop: () => {
      if (run !== null) return run.stop.abort();
      // Where another tab walks this site, that one is stopped.
      void ask('walk.finish', { tabId, others: true }).then(refresh, (cause: unknown) =>
        onError(sentenceOf(cause)),
      );
    },
    onExport: (kind: 'json' | 'html' | 'bundle') => {
      if (ui === null || !('report' in ui)) return;
      ports
        .exportReport(kind, ui.report, ports.translate)
        .catch((cause: unknown) => onError(sentenceOf(cause)));
    },
    onReveal: (selector: string) => {
      ask('walk.show', { tabId, selector }).catch((cause: unknown) => onError(sentenceOf(cause)));
    },
    onShowHot: (ref: number) => {
      // What has gone from the page since can't be shown any more.
      ask('heat.scrollTo', { tabId, ref })
        .then(() => ask('heat.highlight', { tabId, ref }))
        .catch(() => undefined);
    },
    onGrant: () => {
      if (ui?.status !== 'not-allowed' || ui.origin === '') return;
      void ports.askForOrigin(ui.origin).then((granted) => (granted ? refresh() : undefined));
    },
  };
}
