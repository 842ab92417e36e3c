import { render } from 'solid-js/web';
import { TranslateProvider } from '../../components/ui/translate';
import { Workspace } from '../../components/workspace/Workspace';
import { createWorkspaceTold } from '../../components/workspace/workspace-told';
import { translate } from '../../lib/platform/translate';
import { createWorkspaceClients } from '../../lib/services/workspace/clients';

const { listener, told } = createWorkspaceTold();
const { workspace, snapshots, autopsy } = createWorkspaceClients(listener);
const root = document.getElementById('root');

if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <Workspace
          sources={told.sources()}
          clearances={told.clearances()}
          policy={told.policy()}
          error={told.error()}
          autopsy={{ state: told.autopsy(), ...autopsy }}
          snapshots={{ list: told.snapshots(), ...snapshots }}
          onExport={() => workspace.exportAll(told.sources() ?? [])}
          {...workspace}
        />
      </TranslateProvider>
    ),
    root,
  );
}
