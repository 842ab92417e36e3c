import { HushmapError } from '../core/errors';
import { type From, type Handlers, reportBug, sendToFrame } from '../platform/messaging';
import type { Exception } from '../protocol/exceptions';
import type { Clearance } from '../protocol/findings';
import type { Policy } from '../protocol/sources';
import type { Traffic } from '../protocol/traffic';
import type { AuditService } from './audit/audit-service';
import type { WalkService } from './consent/walk-service';
import type { HeatService } from './heat/heat-service';
import type { MeasuresService } from './heat/measures/measures-service';
import type { PinService } from './heat/pins/pin-service';
import type { PerTab } from './heat/ports';
import type { SnapshotService } from './heat/snapshot-service';
import type { HoldService } from './hold/hold-service';
import type { QuietService } from './hold/quiet-service';
import type { ProveService } from './prove/prove-service';
import type { PageService } from './views/page-service';
import type { ViewService } from './views/view-service';
import type { WorkspaceService } from './workspace/workspace-service';

interface Services {
  readonly heat: HeatService;
  readonly measures: MeasuresService;
  readonly pins: PinService;
  readonly snapshots: SnapshotService;
  readonly views: ViewService;
  readonly pages: PageService;
  readonly audit: AuditService;
  readonly hold: HoldService;
  readonly quiet: QuietService;
  readonly prove: ProveService;
  readonly walk: WalkService;
  readonly workspace: WorkspaceService;
  readonly clearances: {
    list(): Promise<Clearance[]>;
    remove(id: string): Promise<void>;
  };
  readonly exceptions: {
    list(): Promise<Exception[]>;
    add(exceptions: readonly Exception[]): Promise<void>;
    remove(exception: Exception): Promise<void>;
  };
  /** A picture of a tab, a PNG in base64, with what may be personal painted over; null: none. */
  readonly picture: (tabId: number) => Promise<string | null>;
  readonly policy: () => Promise<Policy>;
  readonly traffic: PerTab<Traffic>;
}

/** Who answers which message in the background: one line each, so that it can be read as a list. */
export function handlersOf(services: Services): Handlers {
  const {
    heat,
    measures,
    pins,
    snapshots,
    views,
    pages,
    audit,
    hold,
    quiet,
    prove,
    walk,
    workspace,
    clearances,
    exceptions,
    policy,
  } = services;
  /** What is beside the heat is found again on the page as it is now. */
  const onPage = (tabId: number): void => {
    measures.onPage(tabId).catch((cause: unknown) => reportBug('measures', cause));
    pins.onPage(tabId).catch((cause: unknown) => reportBug('pins', cause));
  };
  return {
    'heat.state': ({ tabId }) => heat.read(tabId),
    'heat.set': ({ tabId, settings }) => heat.set(tabId, settings),
    'heat.reload': ({ tabId }) => heat.reload(tabId),
    'heat.on': ({ tabId }) => heat.turnOn(tabId),
    'heat.off': ({ tabId }) => heat.turnOff(tabId),
    'heat.fileStored': ({ tabId, mapId }) => heat.fileStored(tabId, mapId),
    'heat.sourcesChanged': ({ ids }) => heat.onSources(ids),
    'heat.takenAway': ({ tabId, filter }) => heat.takenAway(tabId, filter),
    'heat.shares': ({ tabId, targets }) => heat.shares(tabId, targets),
    'heat.comparison': ({ tabId }) => heat.comparison(tabId),
    'heat.highlight': ({ tabId, ref }) => sendToFrame(tabId, 0, 'overlay.highlight', { ref }),
    'heat.pose': ({ tabId, top }) => sendToFrame(tabId, 0, 'overlay.pose', { top }),
    'heat.picture': ({ tabId }) => services.picture(tabId),
    'heat.scrollTo': ({ tabId, ref }) => sendToFrame(tabId, 0, 'overlay.scrollTo', { ref }),

    'heat.pick': ({ tabId, step }) => heat.zones.pick(tabId, step),
    'heat.sections': ({ tabId }) => heat.zones.sections(tabId),
    'heat.addZone': ({ tabId, ref }) => heat.zones.add(tabId, ref),
    'heat.removeZone': ({ tabId, ref }) => heat.zones.remove(tabId, ref),
    'heat.limit': ({ tabId, ref }) => heat.zones.limit(tabId, ref),

    'overlay.hello': (asked, from) => heat.hello(tabOf(from), asked),
    'overlay.tile': ({ mapId, index }, from) => heat.tile(mapId, index, tabOf(from)),
    'overlay.anchors': ({ mapId, part }) => heat.anchors(mapId, part),
    'overlay.anchored': async (told, from) => {
      const readings = await heat.anchored(tabOf(from), told);
      onPage(tabOf(from));
      return readings;
    },
    'overlay.picked': (_, from) => heat.zones.picked(tabOf(from)),
    'overlay.part': ({ part }, from) => heat.part(tabOf(from), part),
    'overlay.elements': (told, from) => {
      onPage(tabOf(from));
      return heat.elements(tabOf(from), told);
    },

    'pins.list': ({ tabId }) => pins.list(tabId),
    'pins.add': ({ tabId, ...wish }) => pins.add(tabId, wish),
    'pins.edit': ({ tabId, id, note }) => pins.edit(tabId, id, note),
    'pins.remove': ({ tabId, id }) => pins.remove(tabId, id),
    'pins.putBack': ({ tabId, pin }) => pins.putBack(tabId, pin),

    'measures.state': ({ tabId }) => measures.read(tabId),
    'measures.put': ({ tabId, measures: told }) => measures.put(tabId, told),
    'measures.ask': ({ tabId, goal }) => measures.ask(tabId, goal),
    'measures.clear': ({ tabId }) => measures.clear(tabId),

    'audit.state': ({ tabId }) => audit.read(tabId),
    'audit.run': ({ tabId, reload }) => audit.run(tabId, reload),
    'audit.partial': ({ tabId, facts, evidence }) => audit.partial(tabId, facts, evidence),
    'audit.assume': ({ tabId, recorders }) => audit.assume(tabId, recorders),
    'audit.preview': ({ tabId, on }) => audit.preview(tabId, on),
    'audit.pages': ({ tabId }) => audit.pages(tabId),
    'audit.eye': ({ tabId, left, right }) => audit.showEye(tabId, { left, right }),
    'audit.network': ({ tabId, requests }) => audit.logNetwork(tabId, requests),
    'audit.traffic': ({ tabId, traffic }) => services.traffic.write(tabId, traffic),
    'audit.trafficState': ({ tabId }) => services.traffic.read(tabId),
    'audit.resolve': (told) => audit.resolve(told.tabId, told),
    'audit.allowFrame': ({ tabId, frame, allow }) => audit.allowFrame(tabId, frame, allow),
    'audit.highlight': ({ tabId, frame, selector }) =>
      sendToFrame(tabId, frame, 'scanner.highlight', { selector }),
    'scanner.changed': (_, from) => audit.onChanged(tabOf(from)),

    'hold.state': ({ tabId }) => hold.read(tabId),
    'hold.on': ({ tabId, whole }) => hold.turnOn(tabId, whole),
    'hold.off': ({ tabId }) => hold.turnOff(tabId),
    'quiet.state': ({ tabId }) => quiet.read(tabId),
    'quiet.set': ({ tabId, on }) => quiet.set(tabId, on),

    'proof.state': ({ tabId }) => prove.read(tabId),
    'proof.mark': ({ tabId, on }) => prove.mark(tabId, on),
    'proof.prepare': ({ tabId }) => prove.prepare(tabId),
    'proof.plant': ({ tabId, ...asked }) => prove.plant(tabId, asked),
    'proof.look': ({ tabId }) => prove.look(tabId),
    'proof.finish': ({ tabId, devtools }) => prove.finish(tabId, devtools),
    'proof.cancel': ({ tabId }) => prove.cancel(tabId),
    'prover.ended': (_, from) => prove.cancel(tabOf(from)),

    'walk.site': ({ tabId }) => walk.site(tabId),
    'walk.begin': ({ tabId, ...asked }) => walk.begin(tabId, asked),
    'walk.open': ({ tabId, ...asked }) => walk.open(tabId, asked),
    'walk.banner': ({ tabId }) => walk.banner(tabId),
    'walk.reopeners': ({ tabId }) => walk.reopeners(tabId),
    'walk.guide': ({ tabId, ...asked }) => walk.guide(tabId, asked),
    'walk.press': ({ tabId, sought }) => walk.press(tabId, sought),
    'walk.show': ({ tabId, selector }) => walk.show(tabId, selector),
    'walk.scroll': ({ tabId, by }) => walk.scroll(tabId, by),
    'walk.read': ({ tabId }) => walk.read(tabId),
    'walk.picture': ({ tabId }) => walk.picture(tabId),
    'walk.gpcFile': ({ url }) => walk.gpcFile(url),
    'walk.end': ({ tabId }) => walk.end(tabId),
    'walk.finish': ({ tabId, others }) => walk.finish(tabId, others),
    'banner.leftAlone': (_, from) => walk.finish(tabOf(from)),

    'snapshots.offer': ({ tabId }) => snapshots.offer(tabId),
    'snapshots.save': ({ tabId, ...wish }) => snapshots.save(tabId, wish),
    'snapshots.list': () => snapshots.list(),
    'snapshots.rename': ({ id, name }) => snapshots.rename(id, name),
    'snapshots.remove': ({ id }) => snapshots.remove(id),
    'snapshots.restore': ({ id }) => snapshots.restore(id),

    'views.offer': ({ tabId }) => views.offer(tabId),
    'views.save': ({ tabId, ...wish }) => views.save(tabId, wish),
    'views.rename': ({ tabId, id, name }) => views.rename(tabId, id, name),
    'views.remove': ({ tabId, id }) => views.remove(tabId, id),
    'views.putBack': ({ tabId, view }) => views.putBack(tabId, view),
    'views.open': ({ tabId, id }) => views.open(tabId, id),
    'views.notice': ({ tabId }) => views.notice(tabId),
    'views.undo': ({ tabId }) => views.undo(tabId),
    'views.dismiss': ({ tabId }) => views.dismiss(tabId),
    'views.all': () => views.all(),
    'views.add': (told) => views.add(told.views),
    'pages.propose': ({ tabId }) => pages.propose(tabId),
    'pages.match': ({ tabId, pattern }) => pages.match(tabId, pattern),

    'exceptions.list': () => exceptions.list(),
    'exceptions.add': (told) => exceptions.add(told.exceptions).then(exceptions.list),
    'exceptions.remove': ({ exception }) => exceptions.remove(exception).then(exceptions.list),

    'sources.list': () => workspace.list(),
    'sources.save': (source) => workspace.save(source),
    'sources.remove': ({ id }) => workspace.remove(id),
    'sources.test': ({ id }) => workspace.test(id),
    'clearances.list': () => clearances.list(),
    'clearances.revoke': ({ id }) => clearances.remove(id),
    'policy.read': () => policy(),
  };
}

/** A script in a page speaks for its own tab alone; which one that is, the browser says. */
function tabOf({ tabId }: From): number {
  if (tabId === null) throw new HushmapError('message.refused', ['tab']);
  return tabId;
}
