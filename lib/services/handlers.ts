import { HushmapError } from '../core/errors';
import { type From, type Handlers, sendToFrame } from '../platform/messaging';
import type { Clearance } from '../protocol/findings';
import type { Policy } from '../protocol/sources';
import type { AuditService } from './audit/audit-service';
import type { HeatService } from './heat/heat-service';
import type { WorkspaceService } from './workspace/workspace-service';

interface Services {
  readonly heat: HeatService;
  readonly audit: AuditService;
  readonly workspace: WorkspaceService;
  readonly clearances: {
    list(): Promise<Clearance[]>;
    remove(id: string): Promise<void>;
  };
  readonly policy: () => Promise<Policy>;
}

/** Who answers which message in the background: one line each, so that it can be read as a list. */
export function handlersOf({ heat, audit, workspace, clearances, policy }: Services): Handlers {
  return {
    'heat.state': ({ tabId }) => heat.read(tabId),
    'heat.set': ({ tabId, settings }) => heat.set(tabId, settings),
    'heat.reload': ({ tabId }) => heat.reload(tabId),
    'heat.on': ({ tabId }) => heat.turnOn(tabId),
    'heat.off': ({ tabId }) => heat.turnOff(tabId),
    'heat.fileStored': ({ tabId, mapId }) => heat.fileStored(tabId, mapId),
    'heat.highlight': ({ tabId, ref }) => sendToFrame(tabId, 0, 'overlay.highlight', { ref }),
    'heat.scrollTo': ({ tabId, ref }) => sendToFrame(tabId, 0, 'overlay.scrollTo', { ref }),

    'overlay.hello': (asked, from) => heat.hello(tabOf(from), asked),
    'overlay.tile': ({ mapId, index }) => heat.tile(mapId, index),
    'overlay.elements': (told, from) => heat.elements(tabOf(from), told),

    'audit.state': ({ tabId }) => audit.read(tabId),
    'audit.run': ({ tabId, reload }) => audit.run(tabId, reload),
    'audit.partial': ({ tabId, facts, evidence }) => audit.partial(tabId, facts, evidence),
    'audit.assume': ({ tabId, recorders }) => audit.assume(tabId, recorders),
    'audit.eye': ({ tabId, left, right }) => audit.showEye(tabId, { left, right }),
    'audit.network': ({ tabId, requests }) => audit.logNetwork(tabId, requests),
    'audit.resolve': (told) => audit.resolve(told.tabId, told),
    'audit.allowFrame': ({ tabId, frame, allow }) => audit.allowFrame(tabId, frame, allow),
    'audit.highlight': ({ tabId, frame, selector }) =>
      sendToFrame(tabId, frame, 'scanner.highlight', { selector }),
    'scanner.changed': (_, from) => audit.onChanged(tabOf(from)),

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
