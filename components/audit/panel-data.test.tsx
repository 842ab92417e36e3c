import { afterEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../lib/protocol/findings';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import { buttonNamed, only } from '../ui/testing';
import { createPanelData } from './panel-data';
import { openTab, resultOf, showPanel } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const { blocked } = AUDIT_STATES;
const result = resultOf(blocked);
const withNews = (news: Partial<AuditResult>) => ({ ...blocked, result: { ...result, ...news } });

/** Every part that columns look something up in is another one. */
const ALL_NEW = withNews({
  recorders: result.recorders.map((each) => ({ ...each, version: '9.9.9' })),
  findings: result.findings.map((each) => ({ ...each, places: each.places + 1 })),
  timeline: { ...result.timeline, events: result.timeline.events.slice(1) },
});

function show(tab: string) {
  const shown = showPanel(blocked);
  unmount = shown.unmount;
  openTab(shown.root, tab);
  // A view that was left may be there for a while.
  const view = () => only(shown.root, '[role="tabpanel"][data-selected]');
  return { ...shown, view };
}

describe('news of the audit', () => {
  it('is none where everything is as it was', () => {
    const { data, listener } = createPanelData();
    listener.onState(blocked);
    listener.onState({ ...structuredClone(blocked), scans: 9 });
    expect(data.state?.scans).toBe(9);
    expect(data.state?.result).toBe(result);
  });

  it.each([
    ['Masking', 'masking-table'],
    ['Coverage', 'matrix'],
    ['Consent', 'consent-table'],
  ])('leaves the focus on the title that sorts %s', (tab, table) => {
    const { view, tell, listener } = show(tab);
    const titles = () => view().querySelectorAll<HTMLElement>(`[data-testid="${table}"] button`);
    const heat = (share: number) => ({
      kind: 'shown' as const,
      of: new Map([['f1', { share, margin: null }]]),
    });
    listener.onHeat(heat(0.1));
    const before = [...titles()];
    before[1]?.focus();
    expect(document.activeElement).toBe(before[1]);
    tell(ALL_NEW);
    listener.onHeat(heat(0.2));
    expect([...titles()].every((each, place) => each === before[place])).toBe(true);
    expect(document.activeElement).toBe(before[1]);
  });

  it('is told by the cells of columns that stay', () => {
    const { view, listener } = show('Masking');
    const heat = (share: number) =>
      listener.onHeat({ kind: 'shown', of: new Map([['f1', { share, margin: null }]]) });
    heat(0.1);
    expect(view().textContent).toContain('10 %');
    heat(0.2);
    expect(view().textContent).toContain('20 %');
    listener.onHeat({ kind: 'none', of: new Map() });
    expect(view().textContent).not.toContain('20 %');
  });

  it('leaves the focus on the button of a frame that was allowed, be it further down by now', () => {
    const { view, tell } = show('Evidence');
    const button = buttonNamed(view(), 'Allow it');
    button.focus();
    const frames = result.frames.map((each) =>
      each.id === 14 ? { ...each, state: 'allowed' as const } : each,
    );
    const [top] = frames;
    if (top === undefined) throw new Error('The fixture has no frame.');
    tell(withNews({ frames: [{ ...top, id: 99, url: 'https://new.example' }, ...frames] }));
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe('Withdraw');
  });

  it('shows two frames of one id as two', () => {
    const { view, tell } = show('Evidence');
    const rows = () => view().querySelectorAll('tbody')[0]?.children.length;
    const before = rows() ?? 0;
    tell(withNews({ frames: [...result.frames, ...result.frames.slice(-1)] }));
    expect(rows()).toBe(before + 1);
  });

  it('leaves options open that somebody reads', () => {
    const { view, tell } = show('Evidence');
    const opened = [...view().querySelectorAll('details')];
    expect(opened.length).toBeGreaterThan(1);
    for (const each of opened) each.open = true;
    tell(ALL_NEW);
    expect(view().textContent).toContain('9.9.9');
    expect(opened.every(({ isConnected, open }) => isConnected && open)).toBe(true);
  });
});
