import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import type { Message } from '../../lib/core/message';
import { openWorkspace } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';
import type { HeatState } from '../../lib/protocol/heat';
import type { QuietState } from '../../lib/protocol/hold';
import type { MeasuresState } from '../../lib/protocol/measures';
import { createHeatClient } from '../../lib/services/heat/heat-client';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const [state, onState] = createSignal<HeatState | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const [busy, onBusy] = createSignal(false);
const [measures, onMeasures] = createSignal<MeasuresState | null>(null);
const [quiet, onQuiet] = createSignal<QuietState | null>(null);
const listener = { onState, onError, onBusy, onQuiet, onMeasures };
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
          measures={{ ...heat.measures, state: measures() }}
          onOpenWorkspace={openWorkspace}
        />
      </TranslateProvider>
    ),
    root,
  );
}
