import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { AuditPanel } from '../../components/audit/AuditPanel';
import { TranslateProvider } from '../../components/ui/translate';
import type { Message } from '../../lib/core/message';
import { devtoolsTheme, inspectedTabId } from '../../lib/platform/devtools';
import { translate } from '../../lib/platform/translate';
import type { AuditState } from '../../lib/protocol/audit';
import { createAuditClient } from '../../lib/services/audit/audit-client';

const [state, onState] = createSignal<AuditState | null>(null);
const [error, onError] = createSignal<Message | null>(null);
const listener = { onState, onError, translate };
const audit = createAuditClient(inspectedTabId(), listener, new AbortController().signal);
const root = document.getElementById('root');
if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <AuditPanel
          state={state()}
          error={error()}
          theme={devtoolsTheme()}
          onGrant={audit.grant}
          onGrantAll={audit.grantAll}
          onRun={audit.run}
          onPartial={audit.lookWithoutGrant}
          onHighlight={audit.highlight}
          onReveal={audit.reveal}
          onResolve={audit.resolve}
          onAllowFrame={audit.allowFrame}
          onAssume={audit.assume}
          onEye={audit.showEye}
          onExport={() => audit.exportResult(state()?.result ?? null)}
        />
      </TranslateProvider>
    ),
    root,
  );
}
