import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { TranslateProvider } from '../../components/ui/translate';
import { Workspace } from '../../components/workspace/Workspace';
import type { Message } from '../../lib/core/message';
import { translate } from '../../lib/platform/translate';
import type { Response } from '../../lib/protocol/messages';
import type { SnapshotList } from '../../lib/protocol/snapshots';
import { createWorkspaceClients } from '../../lib/services/workspace/clients';
import type { AutopsyState } from '../../lib/wire/autopsy/progress';

const [sources, onSources] = createSignal<Response<'sources.list'> | null>(null);
const [clearances, onClearances] = createSignal<Response<'clearances.list'> | null>(null);
const [policy, onPolicy] = createSignal<Response<'policy.read'> | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const [autopsyState, onAutopsy] = createSignal<AutopsyState>({ at: 'empty' });
const [snapshotList, onSnapshots] = createSignal<SnapshotList | null>(null);
const listener = { onSources, onClearances, onPolicy, onError, onSnapshots, onAutopsy };
const { workspace, snapshots, autopsy } = createWorkspaceClients(listener);
const root = document.getElementById('root');

if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <Workspace
          sources={sources()}
          clearances={clearances()}
          policy={policy()}
          error={error()}
          autopsy={{ state: autopsyState(), ...autopsy }}
          snapshots={{ list: snapshotList(), ...snapshots }}
          onExport={() => workspace.exportAll(sources() ?? [])}
          {...workspace}
        />
      </TranslateProvider>
    ),
    root,
  );
}
