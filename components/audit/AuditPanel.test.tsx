import { afterEach, describe, expect, it, vi } from 'vitest';
import { AUDIT_STATES, EXCEPTIONS } from '../../test/gallery/fixtures/audit';
import { WALK_STATES } from '../../test/gallery/fixtures/walk/states';
import type { WalkProps } from '../consent/props';
import { buttonNamed, only, press, type } from '../ui/testing';
import { openTab, rowsOf, showPanel } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(...told: Parameters<typeof showPanel>) {
  const shown = showPanel(...told);
  unmount = shown.unmount;
  return shown;
}

describe('AuditPanel', () => {
  it('answers first: the state, the reason, the next step', () => {
    const { root } = show(AUDIT_STATES.blocked);
    expect(only(root, '[data-testid="verdict"]').textContent).toBe('Blocked');
    const line = only(root, 'header [role="status"]').textContent ?? '';
    expect(line).toContain('3 exposures in PostHog');
    expect(line).toContain('copy its fix');
    expect(line.match(/Blocked/g)).toHaveLength(1);
  });

  it('offers one patch for this page and the others that were audited', () => {
    const { result } = AUDIT_STATES.blocked;
    if (result === null) throw new Error('The fixture has a result.');
    const other = { ...result, url: `${result.url}/other` };
    const { root } = show(AUDIT_STATES.blocked, { pages: [other, result] });
    expect(buttonNamed(root, 'Copy patch for 2 pages')).toBeTruthy();
  });

  it('reads a change of the verdict out, in the same live region', () => {
    const { root, tell } = show(AUDIT_STATES.blocked);
    const region = only(root, 'header [role="status"]');
    tell(AUDIT_STATES.rescanning);
    expect(region.textContent).toContain('Auditing');
    tell(AUDIT_STATES.clear);
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
    expect(rowsOf(root)).toHaveLength(4);
    expect(rowsOf(root)[0]?.textContent).toContain('Critical');
    expect(only(root, '[role="tab"][data-selected]').textContent).toBe('Masking4');
  });

  it('shows the why and the fix of the row that the keyboard is on, and the place on the page', () => {
    const { root, onHighlight } = show(AUDIT_STATES.blocked);
    rowsOf(root)[0]?.focus();
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

  it('takes an answer with a reason and an end, and not without a reason', async () => {
    const { root, onResolve } = show(AUDIT_STATES.blocked);
    rowsOf(root)[3]?.click();
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
    const [finding, answer, reason, expires = 0] = onResolve.mock.calls[0] ?? [];
    expect([finding?.id, answer, reason]).toEqual([
      'f3',
      'accepted',
      'These names are the demo accounts of our own team.',
    ]);
    expect(expires - before).toBeGreaterThanOrEqual(30 * 86_400_000);
    (await vi.waitFor(() => buttonNamed(root, 'Undo'))).click();
    expect(onResolve.mock.calls[1]?.[1]).toBe('withdrawn');
  });

  it('never takes a reason that was being written along to another finding', () => {
    const { root, tell } = show(AUDIT_STATES.needsProof);
    buttonNamed(root, 'Answer').click();
    type(only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]'), 'For the first one.');
    tell({ ...AUDIT_STATES.needsProof, scans: 9 });
    expect(only<HTMLTextAreaElement>(root, '[data-testid="answer-reason"]').value).toBe(
      'For the first one.',
    );
    tell(AUDIT_STATES.blocked);
    rowsOf(root)[0]?.click();
    rowsOf(root)[3]?.click();
    expect(root.querySelector('[data-testid="answer-reason"]')).toBeNull();
  });

  it('filters by text, and offers a way back where nothing matches', () => {
    const { root } = show(AUDIT_STATES.blocked);
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'phone');
    expect(rowsOf(root)).toHaveLength(1);
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'no such thing');
    buttonNamed(only(root, '[data-next-step]'), 'Show all findings').click();
    expect(rowsOf(root)).toHaveLength(6);
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

  it('asks for option sets of one recorder side by side, what it runs with first', () => {
    const { root, onAssume } = show(AUDIT_STATES.compared);
    openTab(root, 'Evidence');
    const sets = only(root, '[data-testid="assume-sets-posthog"]');
    buttonNamed(sets, 'Add an option set of PostHog').click();
    const third = only<HTMLTextAreaElement>(sets, '[data-testid="assume-posthog-3"]');
    type(third, '[1]');
    expect(sets.textContent).toContain('The options of PostHog (set 3) are an object in braces.');
    expect(buttonNamed(root, 'Predict').disabled).toBe(true);
    buttonNamed(sets, 'Remove PostHog (set 2)').click();
    type(only(sets, '[data-testid="assume-posthog-2"]'), '{"maskAllInputs": true}');
    buttonNamed(root, 'Predict').click();
    expect(onAssume).toHaveBeenCalledExactlyOnceWith([
      { id: 'posthog', options: 'running' },
      { id: 'posthog', options: { maskAllInputs: true } },
    ]);
  });

  it('tells what marks cover in this tab from what options would, which were not set', () => {
    const { root, tell, onPreview } = show(AUDIT_STATES.previewed);
    const note = () => only(root, '[data-testid="preview-note"]').textContent ?? '';
    expect(note()).toContain('Tried out on 44 elements of this tab: 44 of 51 exposed values');
    expect(note()).toContain(
      'Predicted with 2 suggested options of PostHog: 4 of the 7 values still exposed would be covered. No further control would be hidden. Nothing on the page was changed for this.',
    );
    tell(AUDIT_STATES.predicted);
    expect(note()).not.toContain('Tried out');
    expect(note()).toContain('PostHog would hide 4 more of 128 controls');
    buttonNamed(root, 'Close the prediction').click();
    expect(onPreview).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('fills in the options that a recorder runs with, to be changed', () => {
    const { root, onAssume } = show(AUDIT_STATES.blocked);
    openTab(root, 'Evidence');
    const boxes = [...root.querySelectorAll<HTMLLabelElement>('[data-testid="assume"] label')];
    boxes
      .find((each) => each.textContent === 'PostHog')
      ?.querySelector('input')
      ?.click();
    buttonNamed(root, 'Fill in the options it runs with').click();
    buttonNamed(root, 'Predict').click();
    expect(onAssume).toHaveBeenCalledExactlyOnceWith([
      { id: 'sentry', options: null },
      { id: 'posthog', options: AUDIT_STATES.blocked.onPage[0]?.options },
    ]);
  });

  it('says what the second option set covers and exposes, by class, beside each verdict', () => {
    const { root } = show(AUDIT_STATES.compared);
    openTab(root, 'Evidence');
    const section = only(root, '[data-testid="comparison"]');
    expect(only(section, '[data-testid="compare-said"]').textContent).toBe(
      'PostHog (set 2) covers 36 values that PostHog (as it runs) would take. It exposes 2 values that PostHog (as it runs) covers.',
    );
    const rows = [...section.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
    );
    expect(rows[1]).toEqual(['PostHog (set 2)', 'Blocked', '1 and 2 to review', '85 %']);
    expect(rows).toContainEqual(['email', '15 in 1 field', '–', '14 in 2 fields']);
    expect(section.textContent).toContain('nothing was changed on the page');
  });

  it('tells findings of one option set from those of the other', () => {
    const { root } = show(AUDIT_STATES.compared);
    expect(rowsOf(root).some((row) => row.textContent?.includes('PostHog (as it runs)'))).toBe(
      true,
    );
    openTab(root, 'Coverage');
    const matrix = only(root, '[data-testid="matrix"]').textContent;
    expect(matrix).toContain('PostHog (as it runs)');
    expect(matrix).toContain('PostHog (set 2)');
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

  it('adds an exception with an owner, and says what is missing before', () => {
    const { root, onExcept } = show(AUDIT_STATES.blocked);
    rowsOf(root)[0]?.click();
    buttonNamed(root, 'Add an exception…').click();
    const field = (name: string) =>
      only<HTMLInputElement>(root, `[data-testid="exception-${name}"]`);
    expect(field('page').value).toBe('https://staging.parley.example/settings/billing');
    buttonNamed(root, 'Add the exception').click();
    const form = only(root, '[data-testid="exception-form"]');
    expect(form.textContent).toContain('Say who answers for it.');
    expect(form.textContent).toContain('Name the second person who agreed.');
    expect(onExcept).not.toHaveBeenCalled();
    type(field('reason'), 'Sample thread of the tour.');
    type(field('owner'), 'Ada');
    type(field('second'), 'Ben');
    buttonNamed(root, 'Add the exception').click();
    expect(onExcept).toHaveBeenCalledWith(
      expect.objectContaining({ rule: 'exposed-text', owner: 'Ada', approvedBy: 'Ben' }),
    );
  });

  it('lists exceptions, says which have expired, and takes one away with a way back', async () => {
    const view = show(AUDIT_STATES.excepted, { exceptions: EXCEPTIONS });
    openTab(view.root, 'Exceptions');
    const list = only(view.root, '[data-testid="exceptions"]');
    const states = [...list.querySelectorAll('li')].map(
      (item) => /^(On this page|Holds|Expired)/.exec(item.textContent ?? '')?.[0],
    );
    expect(states).toEqual(['On this page', 'Holds', 'Expired']);
    list.querySelector<HTMLElement>('button[aria-label="Remove the exception"]')?.click();
    expect(view.onUnexcept).toHaveBeenCalledWith(EXCEPTIONS[0]);
    (await vi.waitFor(() => buttonNamed(view.root, 'Undo'))).click();
    expect(view.onExcept).toHaveBeenCalledWith(EXCEPTIONS[0]);
  });

  it('reads the verdict with its exceptions, and whose the excepted finding is', () => {
    const { root } = show(AUDIT_STATES.excepted, { exceptions: EXCEPTIONS });
    expect(only(root, 'header [role="status"]').textContent).toContain('Clear with 1 exception');
    buttonNamed(root, 'Show all findings').click();
    expect(rowsOf(root)[0]?.textContent).toContain('Excepted by Ada Kline');
  });

  it('stays at the finding that was just excepted', () => {
    const { root, tell } = show(AUDIT_STATES.blocked, { exceptions: EXCEPTIONS });
    rowsOf(root)[2]?.click();
    const before = only(root, '[data-testid="finding-detail"] h2').textContent;
    tell(AUDIT_STATES.excepted);
    expect(only(root, '[data-testid="finding-detail"] h2').textContent).toBe(before);
    expect(only(root, '[data-testid="exception"]').textContent).toContain('Accepted by Ada Kline');
  });
});

describe('consent on all paths', () => {
  const walkIn = (name: string): WalkProps => ({
    ui: WALK_STATES[name] ?? null,
    onStart: vi.fn(),
    onPress: vi.fn(),
    onSkip: vi.fn(),
    onStop: vi.fn(),
    onExport: vi.fn(),
    hot: null,
    onReveal: vi.fn(),
    onShowHot: vi.fn(),
    onGrant: vi.fn(),
  });
  const openConsent = (root: ParentNode) =>
    [...root.querySelectorAll<HTMLElement>('[role="tab"]')]
      .find((tab) => tab.textContent?.startsWith('Consent'))
      ?.click();

  it('stands beside this visit, and only where it can be walked', () => {
    const { root } = show(AUDIT_STATES.blocked, { walk: walkIn('walkReady') });
    openConsent(root);
    only(root, '[data-testid="timeline"]');
    only<HTMLInputElement>(root, 'input[value="paths"]').click();
    only(root, '[data-testid="walk-ready"]');
    unmount();
    const without = show(AUDIT_STATES.blocked);
    openConsent(without.root);
    expect(without.root.querySelector('[data-testid="consent-part"]')).toBeNull();
  });

  it('keeps what is asked in sight while the page is loaded anew', () => {
    const { root } = show(AUDIT_STATES.running, { walk: walkIn('walkPress') });
    expect(only(root, '[data-testid="walk-task"]').textContent).toContain('Now press Reject');
  });
});
