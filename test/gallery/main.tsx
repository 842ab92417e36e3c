import { createSignal, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { AuditPanel } from '../../components/audit/AuditPanel';
import { SidePanel } from '../../components/heatmap/SidePanel';
import type { Offered, ViewsProps } from '../../components/heatmap/views/props';
import { TranslateProvider } from '../../components/ui/translate';
import type { SourceEntry } from '../../components/workspace/props';
import { Workspace } from '../../components/workspace/Workspace';
import { message } from '../../lib/core/message';
import type { AuditState } from '../../lib/protocol/audit';
import type { AuditResult } from '../../lib/protocol/findings';
import type { HeatState } from '../../lib/protocol/heat';
import type { HoldState, QuietState } from '../../lib/protocol/hold';
import type { Traffic } from '../../lib/protocol/traffic';
import type { ViewOffer } from '../../lib/protocol/views';
import type { AutopsyState } from '../../lib/wire/autopsy/progress';
import { AUDIT_STATES, EXCEPTIONS } from './fixtures/audit';
import { AUTOPSY_STATES } from './fixtures/autopsy';
import { HEAT_STATES } from './fixtures/heat';
import { COMPARED_STATES } from './fixtures/heat-compared';
import { HOLD_STATES, QUIET_STATES } from './fixtures/hold';
import { MEASURED_HEAT, MEASURES_STATES, TAKEN } from './fixtures/measures';
import { PINNED } from './fixtures/pins';
import { PROOF_STATES } from './fixtures/proof';
import { SNAPSHOT_STATES, SNAPSHOTS } from './fixtures/snapshots';
import { TRAFFIC_STATES } from './fixtures/traffic';
import { NOTICES, OFFERS, PAGES, PATTERNS } from './fixtures/views';
import { HOT, WALK_STATES } from './fixtures/walk/states';
import { CLEARANCES, EVERY_SOURCE, POLICY, SOURCES } from './fixtures/workspace';
import { SECTIONS, ZONE_STATES } from './fixtures/zones';
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
  const states: Readonly<Record<string, HeatState>> = { ...HEAT_STATES, ...ZONE_STATES };
  const quiets: Readonly<Record<string, QuietState>> = {
    quiet: QUIET_STATES.on,
    quietBroken: QUIET_STATES.broken,
  };
  const [shown, setShown] = createSignal<HeatState | null>(
    state === 'unknown'
      ? null
      : (COMPARED_STATES[state]?.state ??
          states[state] ??
          MEASURED_HEAT[state] ??
          HEAT_STATES.shown),
  );
  return (
    <SidePanel
      state={shown()}
      busy={false}
      error={state === 'error' ? message('error.file.badCells', 12, 4_000, 318) : null}
      quiet={quiets[state] ?? QUIET_STATES.off}
      comparison={COMPARED_STATES[state]?.comparison}
      pins={{
        pins: PINNED[state] ?? [],
        ...{ onAdd: async () => true, onEdit: async () => true },
        ...{ onRemove: nothing, onPutBack: nothing },
      }}
      onOpenPictures={nothing}
      onQuiet={nothing}
      onSettings={(part) =>
        setShown((old) => old && { ...old, settings: { ...old.settings, ...part } })
      }
      snapshot={{
        onOffer: async () => ({
          bytes: 412_000,
          warning: state === 'littleRoom' ? message('heat.snapshot.littleRoom', 0.6, 0.4) : null,
        }),
        onSave: async () => message('error.snapshot.noRoom'),
      }}
      notice={NOTICES[state] ?? null}
      tour={{ first: state.startsWith('tour'), onSeen: nothing }}
      views={viewsOf(OFFERS[state === 'viewsNone' ? 'none' : 'some'])}
      pages={{
        onPropose: async () => PATTERNS,
        onMatch: async (pattern) => {
          const found = PAGES[state === 'pagesOfBrowser' ? 'browser' : 'source'];
          return found ? { ...found, pattern } : { refused: message('error.message.lost') };
        },
      }}
      measures={{ state: MEASURES_STATES[state] ?? null, onAsk: nothing, onClear: nothing }}
      onTakenAway={async () => ({ taken: TAKEN, reason: null })}
      onOpenFile={nothing}
      onReload={nothing}
      onOff={nothing}
      onHighlight={nothing}
      onScrollTo={nothing}
      zones={{
        onPick: nothing,
        onSections: async () => (state === 'zonesNone' ? [] : SECTIONS),
        onAdd: nothing,
        onRemove: nothing,
        onLimit: nothing,
      }}
      onOpenWorkspace={nothing}
    />
  );
}

function viewsOf(offer: ViewOffer | undefined): ViewsProps {
  const answer = async (): Promise<Offered> => offer ?? { refused: message('error.message.lost') };
  return {
    onOffer: answer,
    onSave: answer,
    onRename: answer,
    onRemove: async (id) =>
      offer ? { ...offer, views: offer.views.filter((view) => view.id !== id) } : answer(),
    onPutBack: answer,
    onOpen: nothing,
    onUndo: nothing,
    onDismiss: nothing,
  };
}

function audit(): JSX.Element {
  const states: Readonly<Record<string, AuditState>> = AUDIT_STATES;
  const traffics: Readonly<Record<string, Traffic | null>> = {
    noTraffic: null,
    cleanTraffic: TRAFFIC_STATES.clean,
  };
  const holds: Readonly<Record<string, HoldState>> = {
    held: HOLD_STATES.on,
    heldBroken: HOLD_STATES.broken,
    heldNobody: HOLD_STATES.nobody,
    heldPartly: HOLD_STATES.unheld,
    heldWhole: HOLD_STATES.whole,
  };
  return (
    <AuditPanel
      state={state === 'unknown' ? null : (states[state] ?? AUDIT_STATES.blocked)}
      pages={state === 'manyPages' ? otherPages() : []}
      error={state === 'error' ? message('error.message.lost') : null}
      theme={theme}
      onGrant={nothing}
      onGrantAll={nothing}
      onRun={nothing}
      onPartial={nothing}
      onHighlight={nothing}
      onReveal={nothing}
      onResolve={async () => true}
      onAllowFrame={nothing}
      onAssume={nothing}
      onEye={nothing}
      onExport={nothing}
      onPreview={nothing}
      exceptions={state === 'excepted' ? EXCEPTIONS : []}
      traffic={state in traffics ? (traffics[state] ?? null) : TRAFFIC_STATES.found}
      heat={state === 'hot' ? hotFindings() : null}
      hold={holds[state] ?? HOLD_STATES.off}
      onHold={nothing}
      onRelease={nothing}
      proof={PROOF_STATES[state] ?? PROOF_STATES.proofReady ?? null}
      onMarkTestEnvironment={nothing}
      onPrepareProof={nothing}
      onProve={nothing}
      onFinishProof={nothing}
      onCancelProof={nothing}
      onExportProof={nothing}
      onExcept={async () => true}
      onUnexcept={async () => true}
      onImportExceptions={async () => ({
        ok: false,
        said: message('error.file.notExceptions', 'exceptions.3.expires'),
      })}
      onDownloadExceptions={nothing}
      walk={{
        ui: WALK_STATES[state] ?? WALK_STATES.walkReady ?? null,
        onStart: nothing,
        onPress: nothing,
        onSkip: nothing,
        onStop: nothing,
        onExport: nothing,
        hot: state === 'walkBare' ? null : HOT,
        onReveal: nothing,
        onShowHot: nothing,
        onGrant: nothing,
      }}
    />
  );
}

/** Heat on all findings but the last, which is not to be seen. */
function hotFindings() {
  const findings = AUDIT_STATES.blocked.result?.findings ?? [];
  const heat = findings.slice(0, -1).map(({ id }, i) => {
    return [id, { share: 0.24 / (i * i + 1), margin: 0.009 }] as const;
  });
  return { kind: 'shown' as const, of: new Map(heat) };
}

/** Three more pages of the same site, audited before. */
function otherPages(): AuditResult[] {
  const { result } = AUDIT_STATES.blocked;
  return result === null
    ? []
    : ['a', 'b', 'c'].map((path) => ({ ...result, url: `${result.url}/${path}` }));
}

function sourcesOf(): SourceEntry[] {
  if (state === 'noSources') return [];
  if (state === 'everySource') return EVERY_SOURCE;
  return state === 'clickhouse'
    ? EVERY_SOURCE.filter(({ config }) => config.kind === 'clickhouse')
    : SOURCES;
}

function workspace(): JSX.Element {
  const autopsies: Readonly<Record<string, AutopsyState>> = AUTOPSY_STATES;
  return (
    <Workspace
      sources={sourcesOf()}
      clearances={state === 'noClearances' ? [] : CLEARANCES}
      snapshots={{
        list: SNAPSHOT_STATES[state] ?? SNAPSHOTS,
        onRename: nothing,
        onRemove: nothing,
        onRestore: nothing,
        onExport: nothing,
      }}
      policy={state === 'noPolicy' ? {} : state === 'policy' ? POLICY : {}}
      error={state === 'error' ? message('error.storage.quota') : null}
      autopsy={{
        state: autopsies[state] ?? AUTOPSY_STATES.autopsy,
        onRead: nothing,
        onStop: nothing,
        onSaveReport: nothing,
        onSaveAffected: nothing,
      }}
      onSave={async () => null}
      onRemove={nothing}
      onAllow={nothing}
      onTest={async () => ({
        ok: false,
        said: message('error.source.forbidden', 'eu.posthog.com'),
        remarks: [],
      })}
      onExport={nothing}
      onImport={async () => message('error.file.wrongFormat')}
      onRevoke={nothing}
    />
  );
}
