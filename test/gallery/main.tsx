import { createSignal, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { AuditPanel } from '../../components/audit/AuditPanel';
import { SidePanel } from '../../components/heatmap/SidePanel';
import { TranslateProvider } from '../../components/ui/translate';
import { Workspace } from '../../components/workspace/Workspace';
import { message } from '../../lib/core/message';
import type { AuditState } from '../../lib/protocol/audit';
import type { HeatState } from '../../lib/protocol/heat';
import { AUDIT_STATES } from './fixtures/audit';
import { HEAT_STATES } from './fixtures/heat';
import { CLEARANCES, POLICY, SOURCES } from './fixtures/workspace';
import { english, longWords } from './words';

/** `?screen=heat/shown&theme=dark&long=1`: one screen, alone, as its entrypoint would show it. */
const asked = new URLSearchParams(location.search);
const [room = '', state = ''] = (asked.get('screen') ?? 'heat/shown').split(/[/@]/);
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const nothing = () => undefined;

const ROOMS: Readonly<Record<string, () => JSX.Element>> = { heat, audit, workspace };
const Room = ROOMS[room];
const root = document.getElementById('root');
if (root !== null && Room !== undefined) {
  const translate = asked.has('long') ? longWords : english;
  render(
    () => (
      <TranslateProvider translate={translate}>
        <Room />
      </TranslateProvider>
    ),
    root,
  );
}

function heat(): JSX.Element {
  const states: Readonly<Record<string, HeatState>> = HEAT_STATES;
  const [shown, setShown] = createSignal<HeatState | null>(
    state === 'unknown' ? null : (states[state] ?? HEAT_STATES.shown),
  );
  return (
    <SidePanel
      state={shown()}
      busy={false}
      error={state === 'error' ? message('error.file.badCells', 12, 4_000, 318) : null}
      onSettings={(part) =>
        setShown((old) => old && { ...old, settings: { ...old.settings, ...part } })
      }
      onOpenFile={nothing}
      onReload={nothing}
      onOff={nothing}
      onHighlight={nothing}
      onScrollTo={nothing}
      onOpenWorkspace={nothing}
    />
  );
}

function audit(): JSX.Element {
  const states: Readonly<Record<string, AuditState>> = AUDIT_STATES;
  return (
    <AuditPanel
      state={state === 'unknown' ? null : (states[state] ?? AUDIT_STATES.blocked)}
      error={state === 'error' ? message('error.message.lost') : null}
      theme={theme}
      onGrant={nothing}
      onGrantAll={nothing}
      onRun={nothing}
      onPartial={nothing}
      onHighlight={nothing}
      onReveal={nothing}
      onResolve={nothing}
      onAllowFrame={nothing}
      onAssume={nothing}
      onEye={nothing}
      onExport={nothing}
    />
  );
}

function workspace(): JSX.Element {
  return (
    <Workspace
      sources={state === 'noSources' ? [] : SOURCES}
      clearances={state === 'noClearances' ? [] : CLEARANCES}
      policy={state === 'noPolicy' ? {} : state === 'policy' ? POLICY : {}}
      error={state === 'error' ? message('error.storage.quota') : null}
      onSave={async () => null}
      onRemove={nothing}
      onAllow={nothing}
      onTest={async () => ({
        ok: false,
        said: message('error.source.forbidden', 'eu.posthog.com'),
      })}
      onExport={nothing}
      onImport={async () => message('error.file.wrongFormat')}
      onRevoke={nothing}
    />
  );
}
