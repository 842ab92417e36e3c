import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import type { Message } from '../../lib/core/message';
import { openWorkspace } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';
import type { HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import type { QuietState } from '../../lib/protocol/hold';
import { createHeatClient } from '../../lib/services/heat/heat-client';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const [state, onState] = createSignal<HeatState | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const [busy, onBusy] = createSignal(false);
const [quiet, onQuiet] = createSignal<QuietState | null>(null);
const [comparison, onComparison] = createSignal<HeatComparison | null>(null);
const listener = { onState, onError, onBusy, onQuiet, onComparison };
const heat = createHeatClient(tabId, listener, new AbortController().signal);
const root = document.getElementById('root');

if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <SidePanel
          {...heat}
          state={state()}
          error={error()}
          busy={busy()}
          quiet={quiet()}
          comparison={comparison()}
          onOpenWorkspace={openWorkspace}
        />
      </TranslateProvider>
    ),
    root,
  );
}
