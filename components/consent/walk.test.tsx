import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HOT, WALK_STATES } from '../../test/gallery/fixtures/walk/states';
import { buttonNamed, mount, only, press, type } from '../ui/testing';
import { WalkView } from './WalkView';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(name: string) {
  const calls = {
    onStart: vi.fn(),
    onPress: vi.fn(),
    onSkip: vi.fn(),
    onStop: vi.fn(),
    onExport: vi.fn(),
    onReveal: vi.fn(),
    onShowHot: vi.fn(),
    onGrant: vi.fn(),
  };
  const [ui, setUi] = createSignal(WALK_STATES[name] ?? null);
  const view = mount(() => (
    <WalkView ui={ui()} hot={name === 'walkBare' ? null : HOT} {...calls} />
  ));
  unmount = view.unmount;
  const turnTo = (next: string) => setUi(WALK_STATES[next] ?? null);
  return { root: view.root, turnTo, ...calls };
}

const byId = (root: ParentNode, id: string) => only(root, `[data-testid="${id}"]`);
const textOf = (root: ParentNode, id: string) => byId(root, id).textContent ?? '';
const tab = (root: ParentNode, name: string) => {
  const found = [...root.querySelectorAll<HTMLElement>('[role="tab"]')].find((each) =>
    each.textContent?.startsWith(name),
  );
  if (found === undefined) throw new Error(`No tab is named ${name}.`);
  found.click();
};
const cell = (root: ParentNode, row: number, column: number) =>
  only(root, `[data-testid="walk-matrix"] [data-place="${row} ${column}"]`);

describe('before a walk', () => {
  it('lists exactly what is lost, and starts with the paths that are chosen', () => {
    const { root, onStart } = show('walkReady');
    const lost = textOf(root, 'walk-losses');
    for (const part of [
      '7 cookies of parley.example',
      'admin_session',
      'sign-in',
      'parley-offline',
      'drafts',
    ]) {
      expect(lost).toContain(part);
    }
    const scroll = [...root.querySelectorAll('label')].find((each) =>
      each.textContent?.startsWith('Scroll'),
    );
    scroll?.querySelector('input')?.click();
    buttonNamed(root, 'Clear the site and walk 5 paths').click();
    expect(onStart).toHaveBeenCalledWith({
      scenarios: ['untouched', 'reject', 'accept', 'withdraw', 'settings-off'],
    });
  });

  it('lists what a private window loses too, and says whose store it is', () => {
    const { root } = show('walkReadyPrivate');
    expect(textOf(root, 'walk-private')).toContain('private window');
    const lost = textOf(root, 'walk-losses');
    expect(lost).toContain('admin_session');
    expect(lost).toContain('Every sign-in on parley.example');
    expect(lost).not.toContain('in this profile');
  });

  it('says nothing of private windows elsewhere, and offers none', () => {
    const { root } = show('walkReady');
    expect(textOf(root, 'walk-losses')).toContain('in this profile');
    expect(root.querySelector('[data-testid="walk-private"]')).toBeNull();
    expect(root.querySelector('input[type="radio"]')).toBeNull();
  });

  it('says that all is cleared where it could not be read', () => {
    const { root } = show('walkReadyBare');
    expect(root.textContent).toContain('All of it is cleared before every path');
  });
});

describe('a walk that goes on', () => {
  it('says what to press, in a live region, and what a script press is', () => {
    const { root, onPress, onReveal } = show('walkPress');
    const task = byId(root, 'walk-task');
    expect(task.getAttribute('aria-live')).toBe('polite');
    expect(task.textContent).toContain("Now press Reject in the page's banner.");
    expect(task.textContent).toContain('Continue without accepting');
    buttonNamed(root, 'Press it for me (not a trusted click)').click();
    expect(onPress).toHaveBeenCalledOnce();
    buttonNamed(root, 'Show it').click();
    expect(onReveal).toHaveBeenCalledWith('#cm__root button.cm__btn--reject');
  });

  it('tells the next task in the same live region, without the clock', () => {
    const { root, turnTo } = show('walkPress');
    const task = byId(root, 'walk-task');
    turnTo('walkWatch');
    expect(byId(root, 'walk-task')).toBe(task);
    expect(task.textContent).toContain('Watching what the page does.');
    expect(task.contains(byId(root, 'walk-elapsed'))).toBe(false);
  });

  it('sends somebody to look for what was not found, and presses nothing for them', () => {
    const { root } = show('walkLook');
    expect(textOf(root, 'walk-task')).toContain('It was not found');
    expect(() => buttonNamed(root, 'Press it for me (not a trusted click)')).toThrow();
  });

  it('skips a path for a reason, and stops', () => {
    const { root, onSkip, onStop } = show('walkPress');
    buttonNamed(root, 'Skip this path…').click();
    byId(root, 'walk-skip-go').click();
    expect(onSkip).toHaveBeenCalledWith('no-control');
    expect(root.querySelector('[data-testid="walk-skip"]')).toBeNull();
    buttonNamed(root, 'Stop the walk').click();
    expect(onStop).toHaveBeenCalledOnce();
  });

  it('marks the step that is current', () => {
    const { root } = show('walkPress');
    expect(only(root, '[aria-current="step"]').textContent).toContain('Reject');
  });
});

describe('the matrix', () => {
  it('is walked by arrow keys, one cell in the order of Tab', () => {
    const { root } = show('walkDone');
    const grid = byId(root, 'walk-matrix');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    cell(root, 0, 0).focus();
    press(cell(root, 0, 0), 'ArrowRight');
    expect(document.activeElement).toBe(cell(root, 0, 1));
    press(cell(root, 0, 1), 'ArrowDown');
    press(cell(root, 1, 1), 'ArrowDown');
    expect(document.activeElement).toBe(cell(root, 2, 1));
    expect(textOf(root, 'walk-cell')).toContain('Reject · After the choice');
    press(cell(root, 2, 1), 'End');
    expect(document.activeElement).toBe(cell(root, 2, 6));
    press(cell(root, 2, 6), 'Home');
    press(cell(root, 2, 0), 'ArrowLeft');
    expect(document.activeElement).toBe(cell(root, 2, 0));
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('opens the details of a cell on Enter: owners, storage, signals', () => {
    const { root } = show('walkDone');
    cell(root, 2, 1).click();
    press(cell(root, 2, 1), 'Enter');
    const detail = byId(root, 'walk-cell');
    expect(document.activeElement).toBe(detail);
    for (const part of ['Fails', 'PostHog sent 3 recordings', 'Google', 'ph_phc_posthog', 'TCF']) {
      expect(detail.textContent).toContain(part);
    }
  });

  it('says why a path has no mark', () => {
    const { root } = show('walkDone');
    cell(root, 0, 6).click();
    expect(textOf(root, 'walk-cell')).toContain('Not walked');
    expect(textOf(root, 'walk-cell')).toContain('The walk was stopped before it.');
  });
});

describe('the report', () => {
  it('answers first, says what is missing, and exports', () => {
    const { root, onExport } = show('walkStopped');
    expect(textOf(root, 'verdict')).toBe('Stopped');
    expect(root.textContent).toContain('Missing 5 paths: Accept, Withdraw');
    for (const [name, kind] of [
      ['Evidence bundle', 'bundle'],
      ['HTML report', 'html'],
      ['consent.json', 'json'],
    ] as const) {
      buttonNamed(root, name).click();
      expect(onExport).toHaveBeenLastCalledWith(kind);
    }
  });

  it('plans the next walk, and goes back to the report', () => {
    const { root } = show('walkDone');
    buttonNamed(root, 'Walk again').click();
    byId(root, 'walk-ready');
    buttonNamed(root, 'Back to the report').click();
    byId(root, 'walk-report');
  });

  it('stays at the finding that somebody is reading while a filter hides its row', () => {
    const { root } = show('walkDone');
    tab(root, 'Findings');
    const title = () => only(byId(root, 'walk-finding'), 'h2').textContent;
    const before = title();
    byId(root, 'walk-finding').focus();
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'nothing has this');
    expect(title()).toBe(before);
  });

  it('filters findings by text, groups them, and names the source', () => {
    const { root, onReveal } = show('walkDone');
    tab(root, 'Findings');
    byId(root, 'walk-findings-fail');
    byId(root, 'walk-findings-pass');
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'times its area');
    expect(root.querySelector('[data-testid="walk-findings-pass"]')).toBeNull();
    const detail = byId(root, 'walk-finding');
    expect(detail.textContent).toContain('ratio of areas 0.35');
    expect(detail.textContent).toContain('Source');
    buttonNamed(detail, 'Reveal in Elements').click();
    expect(onReveal).toHaveBeenCalledWith('#cm__root button.cm__btn--reject');
    type(only<HTMLInputElement>(root, '[data-testid="filter-text"]'), 'nothing has this');
    buttonNamed(root, 'Show all findings').click();
    byId(root, 'walk-findings-pass');
  });

  it('zooms and moves the time line by keys', () => {
    const { root } = show('walkDone');
    tab(root, 'Time line');
    const chart = byId(root, 'walk-zoom');
    const whole = textOf(root, 'walk-stretch');
    press(chart, '+');
    const closer = textOf(root, 'walk-stretch');
    expect(closer).not.toBe(whole);
    press(chart, 'Home');
    expect(textOf(root, 'walk-stretch')).toContain('from 0 s');
    press(chart, 'End');
    expect(textOf(root, 'walk-stretch')).not.toContain('from 0 s');
    press(chart, '0');
    expect(textOf(root, 'walk-stretch')).toBe(whole);
  });

  it('draws the banner to scale where there is no picture', () => {
    const { root } = show('walkBare');
    tab(root, 'Banner');
    const banner = byId(root, 'walk-banner');
    expect(banner.querySelector('img')).toBeNull();
    expect(banner.textContent).toContain('No picture was taken');
    expect(banner.textContent).toContain('Accept all');
    expect(root.textContent).toContain('no way to refuse');
  });

  it('marks who disagrees with the choice by a word, and explains it', () => {
    const { root } = show('walkDone');
    tab(root, 'Agreement');
    expect(textOf(root, 'walk-agreement')).toContain('kept, disagrees');
    expect(textOf(root, 'walk-saying')).toContain('Storage says kept (ph_phc_posthog), but');
  });

  it('widens what heat says by those who declined', () => {
    const { root } = show('walkDone');
    tab(root, 'Heat');
    expect(textOf(root, 'walk-heat-lead')).toContain('Heat speaks for 50 % of visitors.');
    const rate = only<HTMLInputElement>(root, '[data-testid="walk-rate"]');
    type(rate, '80');
    press(rate, 'Enter');
    expect(textOf(root, 'walk-heat-lead')).toContain('Heat speaks for 80 % of visitors.');
    const visitors = only<HTMLInputElement>(root, '[data-testid="walk-visitors"]');
    type(visitors, '100');
    press(visitors, 'Enter');
    expect(textOf(root, 'walk-heat-lead')).toMatch(/Heat speaks for 7\d to 8\d % of visitors\./);
  });
});

describe('each empty state', () => {
  it('has one next step, in words or as a button', () => {
    for (const name of [
      'walkLoading',
      'walkNothing',
      'walkFailed',
      'walkNoGrant',
      'walkNoPage',
      'walkLocked',
      'walkPolicy',
    ]) {
      const { root } = show(name);
      const step = only(root, '[data-next-step]');
      expect(step.textContent?.trim(), name).not.toBe('');
      expect(step.querySelectorAll('button').length, name).toBeLessThanOrEqual(1);
      unmount();
    }
  });
});
