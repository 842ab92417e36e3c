import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import type { Message } from '../../lib/core/message';
import { openWorkspace } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';
import type { HeatState } from '../../lib/protocol/heat';
import { createHeatClient } from '../../lib/services/heat/heat-client';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const [state, onState] = createSignal<HeatState | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const [busy, onBusy] = createSignal(false);
const heat = createHeatClient(tabId, { onState, onError, onBusy }, new AbortController().signal);
const root = document.getElementById('root');

if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <SidePanel
          state={state()}
          error={error()}
          busy={busy()}
          onSettings={heat.set}
          onOpenFile={heat.openFile}
          onReload={heat.reload}
          onOff={heat.turnOff}
          onHighlight={heat.highlight}
          onScrollTo={heat.scrollTo}
          onOpenWorkspace={openWorkspace}
        />
      </TranslateProvider>
    ),
    root,
  );
}
