import type { AutopsyState } from '../../wire/autopsy/progress';
import { createAutopsyClient } from './autopsy-client';
import { createSnapshotsClient } from './snapshots-client';
import { createWorkspaceClient } from './workspace-client';

type Listener = Parameters<typeof createWorkspaceClient>[0] &
  Parameters<typeof createSnapshotsClient>[0] & {
    readonly onAutopsy: (state: AutopsyState) => void;
  };

/** The workspace's ends of everything that it shows. */
export function createWorkspaceClients(listener: Listener) {
  return {
    workspace: createWorkspaceClient(listener),
    snapshots: createSnapshotsClient(listener),
    autopsy: createAutopsyClient(listener.onAutopsy),
  };
}
