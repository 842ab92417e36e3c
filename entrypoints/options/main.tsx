import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { TranslateProvider } from '../../components/ui/translate';
import { Workspace } from '../../components/workspace/Workspace';
import type { Message } from '../../lib/core/message';
import { translate } from '../../lib/platform/translate';
import type { Response } from '../../lib/protocol/messages';
import { createWorkspaceClient } from '../../lib/services/workspace/workspace-client';

const [sources, onSources] = createSignal<Response<'sources.list'> | null>(null);
const [clearances, onClearances] = createSignal<Response<'clearances.list'> | null>(null);
const [policy, onPolicy] = createSignal<Response<'policy.read'> | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const workspace = createWorkspaceClient({ onSources, onClearances, onPolicy, onError });
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
          onSave={workspace.save}
          onRemove={workspace.remove}
          onAllow={workspace.allow}
          onTest={workspace.test}
          onExport={() => workspace.exportAll(sources() ?? [])}
          onImport={workspace.importFile}
          onRevoke={workspace.revoke}
        />
      </TranslateProvider>
    ),
    root,
  );
}
