import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import type { Message } from '../../lib/core/message';
import { openSourceForm, openWorkspace } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';
import type { HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import type { QuietState } from '../../lib/protocol/hold';
import type { MeasuresState } from '../../lib/protocol/measures';
import type { ViewNotice } from '../../lib/protocol/views';
import { createPanelClient } from '../../lib/services/views/panel-client';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const [state, onState] = createSignal<HeatState | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const [busy, onBusy] = createSignal(false);
const [measures, onMeasures] = createSignal<MeasuresState | null>(null);
const [quiet, onQuiet] = createSignal<QuietState | null>(null);
const [comparison, onComparison] = createSignal<HeatComparison | null>(null);
const [notice, onNotice] = createSignal<ViewNotice | null>(null);
const [first, setFirst] = createSignal(false);
const listener = {
  ...{ onState, onError, onBusy, onQuiet, onMeasures, onComparison, onNotice },
  onTour: () => setFirst(true),
};
const heat = createPanelClient(tabId, listener, new AbortController().signal);
const root = document.getElementById('root');

if (root !== null) {
  const told = { onOpenWorkspace: openWorkspace, onAddSource: openSourceForm };
  render(
    () => (
      <TranslateProvider translate={translate}>
        <SidePanel
          {...{ ...heat, ...told, state: state(), error: error(), busy: busy(), quiet: quiet() }}
          notice={notice()}
          tour={{ first: first(), onSeen: heat.onTourSeen }}
          measures={{ ...heat.measures, state: measures() }}
          comparison={comparison()}
        />
      </TranslateProvider>
    ),
    root,
  );
}
