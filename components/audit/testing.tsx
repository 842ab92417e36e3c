import { vi } from 'vitest';
import type { AuditState } from '../../lib/protocol/audit';
import type { Exception } from '../../lib/protocol/exceptions';
import type { AuditResult } from '../../lib/protocol/findings';
import type { WalkProps } from '../consent/props';
import { mount } from '../ui/testing';
import { AuditPanel } from './AuditPanel';
import { createPanelData } from './panel-data';
import type { AuditPanelProps } from './props';

interface Told {
  readonly pages?: readonly AuditResult[];
  readonly exceptions?: readonly Exception[];
  readonly walk?: WalkProps;
}

/** For component tests: the panel as it is told of an audit, each time in whole, as messages are. */
export function showPanel(
  initial: AuditState | null,
  { pages = [], exceptions = [], walk }: Told = {},
) {
  const calls = {
    onGrant: vi.fn(),
    onGrantAll: vi.fn(),
    onRun: vi.fn(),
    onPartial: vi.fn(),
    onHighlight: vi.fn(),
    onReveal: vi.fn(),
    onResolve: vi.fn<AuditPanelProps['onResolve']>(async () => true),
    onAllowFrame: vi.fn(),
    onAssume: vi.fn(),
    onEye: vi.fn(),
    onExport: vi.fn(),
    onPreview: vi.fn(),
    onExcept: vi.fn<AuditPanelProps['onExcept']>(async () => true),
    onUnexcept: vi.fn<AuditPanelProps['onUnexcept']>(async () => true),
    onImportExceptions: vi.fn(),
    onDownloadExceptions: vi.fn(),
    onHold: vi.fn(),
    onRelease: vi.fn(),
    ...proofCalls(),
  };
  const { data, listener } = createPanelData();
  const tell = (state: AuditState) => listener.onState(structuredClone(state));
  if (initial !== null) tell(initial);
  listener.onPages(pages);
  listener.onExceptions(exceptions);
  const view = mount(() => <AuditPanel {...data} walk={walk} theme="light" {...calls} />);
  return { ...view, tell, listener, ...calls };
}

export const proofCalls = () => ({
  onMarkTestEnvironment: vi.fn(),
  onPrepareProof: vi.fn(),
  onProve: vi.fn(),
  onFinishProof: vi.fn(),
  onCancelProof: vi.fn(),
  onExportProof: vi.fn(),
});

export function resultOf({ result }: AuditState): AuditResult {
  if (result === null) throw new Error('The fixture has no result.');
  return result;
}

export const rowsOf = (root: ParentNode, table = 'masking-table'): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(`[data-testid="${table}"] [role="row"][tabindex]`),
];

export function openTab(root: ParentNode, name: string): void {
  const tab = [...root.querySelectorAll<HTMLElement>('[role="tab"]')].find((each) =>
    each.textContent?.startsWith(name),
  );
  tab?.click();
}
