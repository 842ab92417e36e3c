import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AuditState } from '../../lib/protocol/audit';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import { buttonNamed, mount, only, press, type } from '../ui/testing';
import { AuditPanel } from './AuditPanel';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(initial: AuditState | null) {
  const calls = {
    onGrant: vi.fn(),
    onGrantAll: vi.fn(),
    onRun: vi.fn(),
    onPartial: vi.fn(),
    onHighlight: vi.fn(),
    onReveal: vi.fn(),
    onResolve: vi.fn(),
    onAllowFrame: vi.fn(),
    onAssume: vi.fn(),
    onEye: vi.fn(),
    onExport: vi.fn(),
  };
  const [state, setState] = createSignal(initial);
  const view = mount(() => <AuditPanel state={state()} error={null} theme="light" {...calls} />);
  unmount = view.unmount;
  return { root: view.root, setState, ...calls };
}

const rows = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLElement>('[data-testid="masking-table"] [role="row"][tabindex]'),
];
const openTab = (root: HTMLElement, name: string) => {
  const tab = [...root.querySelectorAll<HTMLElement>('[role="tab"]')].find((each) =>
    each.textContent?.startsWith(name),
  );
  tab?.click();
};

describe('AuditPanel', () => {
  it('answers first: the state, the reason, the next step', () => {
    const { root } = show(AUDIT_STATES.blocked);
    expect(only(root, '[data-testid="verdict"]').textContent).toBe('Blocked');
    const line = only(root, 'header [role="status"]').textContent ?? '';
    expect(line).toContain('3 exposures in PostHog');
    expect(line).toContain('copy its fix');
    expect(line.match(/Blocked/g)).toHaveLength(1);
  });

  it('reads a change of the verdict out, in the same live region', () => {
    const { root, setState } = show(AUDIT_STATES.blocked);
    const region = only(root, 'header [role="status"]');
    setState(AUDIT_STATES.rescanning);
    expect(region.textContent).toContain('Auditing');
    setState(AUDIT_STATES.clear);
    expect(only(root, 'header [role="status"]')).toBe(region);
    expect(region.getAttribute('aria-live')).toBe('polite');
    expect(region.textContent).toContain('Clear');
  });

  it.each([
    ['noGrant', 'Audit this site', 'onGrant'],
    ['idle', 'Audit this site', 'onRun'],
    ['failed', 'Try again', 'onRun'],
  ] as const)('offers one next step in the state %s', (name, label, call) => {
    const view = show(AUDIT_STATES[name]);
    const steps = view.root.querySelectorAll<HTMLElement>('[data-next-step]');
    expect(steps).toHaveLength(1);
    buttonNamed(steps[0] ?? view.root, label).click();
    expect(view[call]).toHaveBeenCalledOnce();
  });

  it.each(['notAllowed', 'running'] as const)('says what to do in the state %s', (name) => {
    const { root } = show(AUDIT_STATES[name]);
    expect(only(root, '[data-next-step]').textContent).not.toBe('');
  });

  it('offers a look without permission, and says what that misses', () => {
    const asked = show(AUDIT_STATES.noGrant);
    buttonNamed(asked.root, 'Look without permission').click();
    expect(asked.onPartial).toHaveBeenCalledOnce();
    unmount();
    const partial = show(AUDIT_STATES.partial);
    expect(only(partial.root, '[data-testid="audit-partial"]').textContent).toContain(
      'closed shadow roots',
    );
    buttonNamed(partial.root, 'Audit this site').click();
    expect(partial.onGrant).toHaveBeenCalledOnce();
  });

  it('lists what is open, the most urgent first, and counts it on the tab', () => {
    const { root } = show(AUDIT_STATES.blocked);
    expect(rows(root)).toHaveLength(4);
    expect(rows(root)[0]?.textContent).toContain('Critical');
    expect(only(root, '[role="tab"][data-selected]').textContent).toBe('Masking4');
  });

  it('shows the why and the fix of the row that the keyboard is on, and the place on the page', () => {
    const { root, onHighlight } = show(AUDIT_STATES.blocked);
    rows(root)[0]?.focus();
    expect(onHighlight).toHaveBeenLastCalledWith(
      0,
      'main > section.thread > ol > li > div.bubble > p',
    );
    press(document.activeElement ?? root, 'ArrowDown');
    const detail = only(root, '[data-testid="finding-detail"]');
    expect(detail.textContent).toContain('Its label says "Billing e-mail".');
    expect(only(detail, '[data-testid="fix-text"]').textContent).toBe('class="ph-no-capture"');
    press(document.activeElement ?? root, 'Enter');
    expect(document.activeElement).toBe(detail);
    expect(onHighlight).toHaveBeenLastCalledWith(0, null);
  });

  it('reveals the element of a finding', () => {
    const { root, onReveal } = show(AUDIT_STATES.blocked);
    buttonNamed(root, 'Reveal in Elements').click();
    expect(onReveal.mock.calls[0]?.[0]).toMatchObject({ id: 'f2' });
  });

  it('takes an answer with a reason and an end, and not without a reason', () => {
    const { root, onResolve } = show(AUDIT_STATES.blocked);
    rows(root)[3]?.click();
    buttonNamed(root, 'Answer').click();
    buttonNamed(root, 'It is fine').click();
    expect(onResolve).not.toHaveBeenCalled();
    expect(root.textContent).toContain('Say in a few words why');
    type(
      only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]'),
      'These names are the demo accounts of our own team.',
    );
    const before = Date.now();
    buttonNamed(root, 'It is fine').click();
    const [finding, answer, reason, expires] = onResolve.mock.calls[0] ?? [];
    expect([finding.id, answer, reason]).toEqual([
      'f3',
      'accepted',
      'These names are the demo accounts of our own team.',
    ]);
    expect(expires - before).toBeGreaterThanOrEqual(30 * 86_400_000);
    buttonNamed(root, 'Undo').click();
    expect(onResolve.mock.calls[1]?.[1]).toBe('withdrawn');
  });

  it('never takes a reason that was being written along to another finding', () => {
    const { root, setState } = show(AUDIT_STATES.needsProof);
    buttonNamed(root, 'Answer').click();
    type(only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]'), 'For the first one.');
    setState({ ...AUDIT_STATES.needsProof, scans: 9 });
    expect(only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]').value).toBe(
      'For the first one.',
    );
    setState(AUDIT_STATES.blocked);
    rows(root)[0]?.click();
    rows(root)[3]?.click();
    expect(root.querySelector('[data-testid="answer-reason"]')).toBeNull();
  });

  it('filters by text, and offers a way back where nothing matches', () => {
    const { root } = show(AUDIT_STATES.blocked);
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'phone');
    expect(rows(root)).toHaveLength(1);
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'no such thing');
    buttonNamed(only(root, '[data-next-step]'), 'Show all findings').click();
    expect(rows(root)).toHaveLength(6);
  });

  it('draws the moment of choice, and lists the same events', () => {
    const { root } = show(AUDIT_STATES.blocked);
    openTab(root, 'Consent');
    expect(only(root, '[data-testid="timeline"]').getAttribute('aria-label')).toContain('4.85 s');
    expect(root.querySelector('[data-testid="event-table"]')).not.toBeNull();
    expect(root.textContent).toContain('PostHog starts 3.6 s before any choice.');
    expect(root.textContent).toContain('Not seen on this page');
  });

  it('shows what was not read, and lets a person allow it', () => {
    const { root, onAllowFrame, onGrantAll } = show(AUDIT_STATES.blocked);
    openTab(root, 'Evidence');
    buttonNamed(root, 'Allow it').click();
    expect(onAllowFrame).toHaveBeenLastCalledWith(14, true);
    buttonNamed(root, 'Withdraw').click();
    expect(onAllowFrame).toHaveBeenLastCalledWith(16, false);
    buttonNamed(root, 'Allow all sites').click();
    expect(onGrantAll).toHaveBeenCalledOnce();
    expect(root.textContent).toContain('No data');
  });

  it('asks for the whole choice of recorders to predict for', () => {
    const { root, onAssume } = show(AUDIT_STATES.blocked);
    openTab(root, 'Evidence');
    const boxes = [...root.querySelectorAll<HTMLLabelElement>('[data-testid="assume"] label')];
    const box = boxes.find((each) => each.textContent === 'OpenReplay')?.querySelector('input');
    box?.click();
    buttonNamed(root, 'Predict').click();
    expect(onAssume).toHaveBeenCalledExactlyOnceWith([
      { id: 'sentry', options: null },
      { id: 'openreplay', options: null },
    ]);
  });

  it('predicts for options as they stand in the site’s code, and not before they can be read', () => {
    const { root, onAssume } = show(AUDIT_STATES.blocked);
    openTab(root, 'Evidence');
    const field = root.querySelector<HTMLTextAreaElement>('[data-testid="assume-sentry"]');
    if (!field) throw new Error('no field for options');
    type(field, '{ maskAllText: false }');
    expect(buttonNamed(root, 'Predict').disabled).toBe(true);
    expect(root.textContent).toContain('This is not JSON');
    type(field, '{ "maskAllText": false }');
    buttonNamed(root, 'Predict').click();
    expect(onAssume).toHaveBeenCalledExactlyOnceWith([
      { id: 'sentry', options: { maskAllText: false } },
    ]);
  });

  it('counts what each recorder covers by field, and by value', () => {
    const { root } = show(AUDIT_STATES.blocked);
    openTab(root, 'Coverage');
    const matrix = () => root.querySelector('[data-testid="matrix"]')?.textContent ?? '';
    expect(matrix()).toContain('2/5');
    root.querySelector<HTMLInputElement>('input[type="radio"][value="values"]')?.click();
    expect(matrix()).toContain('12/41');
  });

  it('shows selectors, previews and fixes that are markup as text', () => {
    const { root } = show(AUDIT_STATES.markup);
    expect(root.querySelector('script, img, b, .ph-mask')).toBeNull();
    expect(root.textContent).toContain('<script>alert(1)</script>');
  });
});
