import CircleAlert from 'lucide-solid/icons/circle-alert';
import Keyboard from 'lucide-solid/icons/keyboard';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import '../ui/tokens.css';
import type { AuditResult } from '../../lib/protocol/findings';
import { IconButton } from '../ui/Button';
import { KeysDialog } from '../ui/Dialog';
import { usePanelKeys } from '../ui/keys';
import { useLook } from '../ui/look';
import { type Tab, Tabs } from '../ui/Tabs';
import { ToastProvider } from '../ui/Toast';
import { Text, useTranslate } from '../ui/translate';
import { AuditEmpty } from './AuditEmpty';
import css from './audit-panel.module.css';
import { ConsentView } from './ConsentView';
import { EvidenceView } from './EvidenceView';
import { MaskingView } from './MaskingView';
import { MatrixView } from './MatrixView';
import { PartialNote } from './PartialNote';
import type { AuditPanelProps } from './props';
import { Verdict } from './Verdict';
import { isOpen } from './words';

export type { Answer, AuditPanelProps } from './props';

type Part = 'masking' | 'coverage' | 'consent' | 'evidence';

/** May this page be recorded? What started, and who chose it? */
export function AuditPanel(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  useLook('devtools', () => props.theme);
  const [keysOpen, setKeysOpen] = createSignal(false);
  let panel: HTMLElement | undefined;
  usePanelKeys({
    onFilter: () => panel?.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    onHelp: () => setKeysOpen(true),
  });

  return (
    <ToastProvider>
      <main ref={panel} class={css.panel}>
        <Verdict {...props} />
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
        <Show when={props.state?.result} fallback={<AuditEmpty {...props} />}>
          {(result) => (
            <>
              <PartialNote {...props} />
              <Parts {...props} result={result()} onKeys={() => setKeysOpen(true)} />
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

function Parts(props: AuditPanelProps & { result: AuditResult; onKeys: () => void }): JSX.Element {
  const t = useTranslate();
  const [part, setPart] = createSignal<Part>('masking');
  const open = (half: string) =>
    props.result.findings.filter((each) => each.half === half && isOpen(each)).length;
  const tabs = createMemo<Tab<Part>[]>(() => [
    {
      value: 'masking',
      label: t('ui.audit.tab.masking'),
      count: open('masking'),
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
      count: open('consent'),
      view: () => <ConsentView {...props} />,
    },
    {
      value: 'evidence',
      label: t('ui.audit.tab.evidence'),
      count: open('coverage'),
      view: () => <EvidenceView {...props} />,
    },
  ]);
  return (
    <Tabs
      label={t('ui.audit.tab.label')}
      tabs={tabs()}
      value={part()}
      onChange={setPart}
      aside={
        <>
          <button type="button" class={css.frames} onClick={() => setPart('evidence')}>
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
