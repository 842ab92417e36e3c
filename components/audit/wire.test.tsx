import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Traffic } from '../../lib/protocol/traffic';
import { TRAFFIC_STATES } from '../../test/gallery/fixtures/traffic';
import { mount, only } from '../ui/testing';
import type { AuditPanelProps } from './props';
import { WireView } from './WireView';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(traffic: Traffic | null) {
  const onRun = vi.fn();
  // The view reads the traffic and the run alone.
  const props = { traffic, onRun, state: null } as unknown as AuditPanelProps;
  const view = mount(() => <WireView {...props} />);
  unmount = view.unmount;
  return { root: view.root, onRun };
}

describe('the wire of a visit', () => {
  it('answers first: how many classes reached how many receivers', () => {
    const { root } = show(TRAFFIC_STATES.found);
    const said = only(root, '[data-testid="wire-summary"]').textContent ?? '';
    expect(said).toContain('Personal data of 3 classes went to 3 receivers in 1,284 requests.');
    expect(root.textContent).toContain('eu.i.posthog.com');
  });

  it('never calls a visit clean whose bodies it has not read', () => {
    const { root } = show({
      ...TRAFFIC_STATES.clean,
      unseen: { requests: 2, bytes: 900 },
      opaque: 4_000,
    });
    expect(root.textContent).toContain('nobody can say that they are clean');
    expect(root.textContent).toContain('could not be read');
  });

  it('says what it cannot see, also where it has found nothing', () => {
    const { root } = show(TRAFFIC_STATES.clean);
    expect(root.textContent).toContain('Nothing that Hushmap recognises was found in 1 request.');
    expect(root.textContent).toContain(
      "Not seen here: WebSockets, WebRTC, cookies of workers' requests",
    );
  });

  it('offers a reload where nothing was seen yet', () => {
    const { root, onRun } = show(null);
    only<HTMLButtonElement>(root, '[data-next-step] button').click();
    expect(onRun).toHaveBeenCalledWith(true);
  });
});
