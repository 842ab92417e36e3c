import { render } from 'solid-js/web';
import { createPanelTold } from '../../components/heatmap/panel-told';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import { openSourceForm, openWorkspace } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';
import { createPanelClient } from '../../lib/services/views/panel-client';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const { listener, told, first, measures, pins } = createPanelTold();
const heat = createPanelClient(tabId, listener, new AbortController().signal);
const root = document.getElementById('root');

if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <SidePanel
          {...heat}
          {...told}
          onOpenWorkspace={openWorkspace}
          onAddSource={openSourceForm}
          tour={{ first: first(), onSeen: heat.onTourSeen }}
          measures={{ ...heat.measures, state: measures() }}
          pins={{ ...heat.pins, pins: pins() }}
        />
      </TranslateProvider>
    ),
    root,
  );
}
