import { afterEach, describe, expect, it } from 'vitest';
import type { AuditState } from '../../lib/protocol/audit';
import type { Finding } from '../../lib/protocol/findings';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import { buttonNamed, only, type } from '../ui/testing';
import { openTab, rowsOf, showPanel } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const { needsProof } = AUDIT_STATES;
/** A finding that asks most, and so comes first. */
const worse = (half: Finding['half']): AuditState => {
  const { result } = needsProof;
  const like = result.findings.find((each) => each.half === half);
  if (like === undefined) throw new Error(`The fixture has no finding of ${half}.`);
  const first: Finding = { ...like, id: 'worse', outcome: 'fail', severity: 'critical' };
  return { ...needsProof, result: { ...result, findings: [first, ...result.findings] } };
};

function show() {
  const shown = showPanel(needsProof);
  unmount = shown.unmount;
  const { root } = shown;
  // A view that was left may be there for a while.
  const detail = () =>
    only(root, '[role="tabpanel"][data-selected] [data-testid="finding-detail"]');
  const title = () => only(detail(), 'h2').textContent;
  const press = (name: string) => {
    const button = buttonNamed(detail(), name);
    button.focus();
    button.click();
  };
  const reason = () => only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]');
  return { ...shown, detail, title, press, reason };
}

describe('the detail of the first finding, which nobody has chosen', () => {
  it.each([
    ['Masking', 'masking'],
    ['Consent', 'consent'],
  ] as const)('stays with what is written there while %s gets a worse one', (tab, half) => {
    const { root, tell, title, press, reason } = show();
    openTab(root, tab);
    const before = title();
    press('Answer');
    const field = reason();
    type(field, 'Half of a reason');
    tell(worse(half));
    expect(rowsOf(root, `${half}-table`)).toHaveLength(2);
    expect(title()).toBe(before);
    expect(reason()).toBe(field);
    expect(field.value).toBe('Half of a reason');
  });

  it('gives way to a worse one while nobody is there', () => {
    const { root, tell } = show();
    tell(worse('masking'));
    expect(rowsOf(root)[0]?.getAttribute('aria-selected')).toBe('true');
  });

  it('stays while a filter hides its row', () => {
    const { root, title, press, reason } = show();
    const before = title();
    press('Answer');
    type(reason(), 'Half of a reason');
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'no such thing');
    expect(rowsOf(root)).toHaveLength(0);
    expect(title()).toBe(before);
    expect(reason().value).toBe('Half of a reason');
  });

  it('stays once it is answered, so that the answer can be withdrawn', () => {
    const { root, tell, detail, title, press, reason } = show();
    const before = title();
    press('Answer');
    type(reason(), 'The demo accounts of our own team.');
    press('It is fine');
    const { result } = needsProof;
    const findings = result.findings.map(
      (each): Finding =>
        each.id === 'f3'
          ? { ...each, resolution: { answer: 'accepted', reason: 'Demo.', expires: Date.now() } }
          : each,
    );
    tell({ ...needsProof, result: { ...result, findings } });
    expect(rowsOf(root)).toHaveLength(0);
    expect(title()).toBe(before);
    buttonNamed(detail(), 'Withdraw the answer');
  });
});
