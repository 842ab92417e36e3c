import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HoldState } from '../../../lib/protocol/hold';
import { HOLD_STATES } from '../../../test/gallery/fixtures/hold';
import { buttonNamed, mount, only } from '../../ui/testing';
import { HoldButton } from './HoldButton';
import { HoldNote } from './HoldNote';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(hold: HoldState | null, clear = false) {
  const calls = { onHold: vi.fn(), onRelease: vi.fn() };
  const view = mount(() => (
    <>
      <HoldButton hold={hold} {...calls} />
      <HoldNote hold={hold} clear={clear} {...calls} />
    </>
  ));
  unmount = view.unmount;
  const open = () => only(view.root, '[data-testid="hold"]').click();
  return { ...view, ...calls, open };
}

const note = (root: HTMLElement) => root.querySelector('[data-testid="hold-note"]')?.textContent;

describe('hold in the panel', () => {
  it('names what is blocked, what the browser is asked for, and what gets out, before it asks', () => {
    const { open, onHold } = show(HOLD_STATES.off);
    open();
    const dialog = only(document.body, '[role="dialog"]');
    const said = dialog.textContent ?? '';
    expect(said).toContain('*.i.posthog.com');
    expect(said).toContain('staging.parley.example/ingest');
    expect(said).toContain('What frames of other sites');
    expect(only(dialog, '[data-testid="hold-on"]').textContent).toContain('asks for 6 addresses');
    expect(onHold).not.toHaveBeenCalled();
    only(dialog, '[data-testid="hold-on"]').click();
    expect(onHold).toHaveBeenCalledWith(false);
  });

  it('can hold every recorder that is known', () => {
    const { open, onHold } = show(HOLD_STATES.nobody);
    open();
    const dialog = only(document.body, '[role="dialog"]');
    expect(only(dialog, '[data-testid="hold-on"]').hasAttribute('disabled')).toBe(true);
    only<HTMLInputElement>(dialog, '[data-testid="hold-whole"]').click();
    expect(dialog.textContent).toContain('*.hotjar.com');
    only(dialog, '[data-testid="hold-on"]').click();
    expect(onHold).toHaveBeenCalledWith(true);
  });

  it('says while a site is held, and lets go of it', () => {
    const { root, onRelease } = show(HOLD_STATES.on);
    expect(note(root)).toContain('Held on staging.parley.example since');
    expect(note(root)).toContain('PostHog, Sentry Replay');
    buttonNamed(only(root, '[data-testid="hold-note"]'), 'Release').click();
    expect(onRelease).toHaveBeenCalledOnce();
  });

  it('never calls a hold on that is broken, and holds again with one press', () => {
    const { root, onHold } = show(HOLD_STATES.broken, true);
    expect(note(root)).toContain('does not hold');
    expect(note(root)).toContain('no longer allows 3 of its addresses');
    expect(note(root)).not.toContain('Held on');
    buttonNamed(root, 'Hold again').click();
    expect(onHold).toHaveBeenCalledWith(false);
  });

  it('names recorders that the hold does not hold by now', () => {
    const { root } = show(HOLD_STATES.unheld, true);
    expect(note(root)).toContain('Not in the hold: PostHog.');
    expect(note(root)).not.toContain('can go');
  });

  it('tells that a hold has done its work once the page is clear', () => {
    expect(note(show(HOLD_STATES.on, true).root)).toContain('the hold can go');
  });

  it('is silent where nothing can be held', () => {
    const { root } = show({ ...HOLD_STATES.off, status: 'unavailable', plan: null });
    expect(root.textContent).toBe('');
  });
});
