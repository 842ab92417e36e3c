import CircleAlert from 'lucide-solid/icons/circle-alert';
import Keyboard from 'lucide-solid/icons/keyboard';
import { createSignal, type JSX, Show } from 'solid-js';
import '../ui/tokens.css';
import type { AuditResult } from '../../lib/protocol/findings';
import { WalkView } from '../consent/WalkView';
import { IconButton } from '../ui/Button';
import { KeysDialog } from '../ui/Dialog';
import { usePanelKeys } from '../ui/keys';
import { useLook } from '../ui/look';
import { type Tab, Tabs } from '../ui/Tabs';
import { ToastProvider } from '../ui/Toast';
import { Text, useTranslate } from '../ui/translate';
import { AuditEmpty } from './AuditEmpty';
import css from './audit-panel.module.css';
import { type ConsentPart, ConsentTab } from './ConsentTab';
import { EvidenceView } from './EvidenceView';
import { ExceptionsView } from './ExceptionsView';
import { HoldNote } from './hold/HoldNote';
import { MaskingView } from './MaskingView';
import { MatrixView } from './MatrixView';
import { PartialNote } from './PartialNote';
import type { AuditPanelProps } from './props';
import { ProofView } from './prove/ProofView';
import { Verdict } from './Verdict';
import { WireView } from './WireView';
import { isOpen } from './words';

export type { Answer, AuditPanelProps } from './props';

type Part = 'masking' | 'coverage' | 'consent' | 'wire' | 'proof' | 'exceptions' | 'evidence';

/** May this page be recorded? What started, and who chose it? */
export function AuditPanel(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  useLook('devtools', () => props.theme);
  const [keysOpen, setKeysOpen] = createSignal(false);
  // Here, and not where the tabs are: a page that is reloaded has no result for a while.
  const [part, setPart] = createSignal<Part>('masking');
  const [consentPart, setConsentPart] = createSignal<ConsentPart>('visit');
  let panel: HTMLElement | undefined;
  usePanelKeys({
    onFilter: () => panel?.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    onHelp: () => setKeysOpen(true),
  });

  return (
    <ToastProvider>
      <main ref={panel} class={css.panel}>
        <Verdict {...props} />
        <HoldNote {...props} clear={props.state?.result?.verdict === 'clear'} />
        <Show when={props.error}>
          {(error) => (
            <p class={css.error} role="alert" data-testid="audit-error">
              <CircleAlert size={14} aria-hidden="true" />
              <span>
                <Text of={error()} />
              </span>
            </p>
          )}
        </Show>
        <Show when={props.state?.result} fallback={<NoResult {...props} />}>
          {(result) => (
            <>
              <PartialNote {...props} />
              <Parts
                {...props}
                result={result()}
                part={part()}
                onPart={setPart}
                consentPart={consentPart()}
                onConsentPart={setConsentPart}
                onKeys={() => setKeysOpen(true)}
              />
            </>
          )}
        </Show>
        <KeysDialog
          open={keysOpen()}
          onClose={() => setKeysOpen(false)}
          keys={[
            { key: '↑ ↓', does: t('ui.audit.keys.move') },
            { key: 'Enter', does: t('ui.audit.keys.open') },
            { key: 'Esc', does: t('ui.audit.keys.back') },
            { key: 'Home / End', does: t('ui.common.keys.ends') },
            { key: '/', does: t('ui.common.keys.filter') },
            { key: '?', does: t('ui.common.keys.help') },
          ]}
        />
      </main>
    </ToastProvider>
  );
}

interface PartsProps extends AuditPanelProps {
  readonly result: AuditResult;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly consentPart: ConsentPart;
  readonly onConsentPart: (part: ConsentPart) => void;
  readonly onKeys: () => void;
}

/** A walk reloads the page again and again: what it asks for stays in sight where the audit has nothing. */
function NoResult(props: AuditPanelProps): JSX.Element {
  const walk = () => (props.walk?.ui?.status === 'running' ? props.walk : null);
  return (
    <Show when={walk()} fallback={<AuditEmpty {...props} />}>
      {(shown) => <WalkView {...shown()} />}
    </Show>
  );
}

function Parts(props: PartsProps): JSX.Element {
  const t = useTranslate();
  const open = (half: string) =>
    props.result.findings.filter((each) => each.half === half && isOpen(each)).length;
  // One list for good, whose counts are read as they change: another list would build the open view
  // anew, and whoever has just answered would lose their place.
  const tabs: readonly Tab<Part>[] = [
    {
      value: 'masking',
      label: t('ui.audit.tab.masking'),
      get count() {
        return open('masking');
      },
      view: () => <MaskingView {...props} />,
    },
    {
      value: 'coverage',
      label: t('ui.audit.tab.coverage'),
      view: () => <MatrixView {...props} />,
    },
    {
      value: 'consent',
      label: t('ui.audit.tab.consent'),
      get count() {
        return open('consent');
      },
      view: () => <ConsentTab {...props} part={props.consentPart} onPart={props.onConsentPart} />,
    },
    {
      value: 'wire',
      label: t('ui.audit.tab.wire'),
      get count() {
        return props.traffic?.rows.length ?? 0;
      },
      view: () => <WireView {...props} />,
    },
    {
      value: 'proof',
      label: t('ui.audit.tab.prove'),
      view: () => <ProofView {...props} />,
    },
    {
      value: 'exceptions',
      label: t('ui.audit.tab.exceptions'),
      get count() {
        return props.exceptions?.length ?? 0;
      },
      view: () => <ExceptionsView {...props} url={props.result.url} />,
    },
    {
      value: 'evidence',
      label: t('ui.audit.tab.evidence'),
      get count() {
        return open('coverage');
      },
      view: () => <EvidenceView {...props} />,
    },
  ];
  return (
    <Tabs
      label={t('ui.audit.tab.label')}
      tabs={tabs}
      value={props.part}
      onChange={(part) => props.onPart(part)}
      aside={
        <>
          <button type="button" class={css.frames} onClick={() => props.onPart('evidence')}>
            {framesSaid(props.result, t)}
          </button>
          <IconButton
            icon={Keyboard}
            label={t('ui.common.keys.title')}
            onClick={() => props.onKeys()}
          />
        </>
      }
    />
  );
}

function framesSaid(result: AuditResult, t: ReturnType<typeof useTranslate>): string {
  const read = result.frames.filter(({ state }) => state === 'read').length;
  const open = result.frames.filter(({ state }) => state === 'not-audited').length;
  const said = t('ui.audit.frames.readCount', [read]);
  return open === 0 ? said : `${said}, ${t('ui.audit.frames.openCount', [open])}`;
}
