import { afterEach, describe, expect, it } from 'vitest';
import { PROOF_STATES } from '../../../test/gallery/fixtures/proof';
import { buttonNamed, mount, only } from '../../ui/testing';
import { proofCalls } from '../testing';
import { ProofView } from './ProofView';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(name: string) {
  const calls = proofCalls();
  const view = mount(() => <ProofView proof={PROOF_STATES[name] ?? null} {...calls} />);
  unmount = view.unmount;
  return { root: view.root, ...calls };
}

const textOf = (root: ParentNode, testId: string) =>
  only(root, `[data-testid="${testId}"]`).textContent ?? '';

const checkbox = (root: ParentNode, selector: string) =>
  only<HTMLInputElement>(root, `input[aria-label='Plant in ${selector}']`);

describe('a proof in the panel', () => {
  it('asks first whether this is a test environment, and names it', () => {
    const { root, onMarkTestEnvironment } = show('proofUnmarked');
    buttonNamed(root, 'https://staging.parley.test is a test environment').click();
    expect(onMarkTestEnvironment).toHaveBeenCalledWith(true);
  });

  it('lists what would be touched before anything is, with risky fields off', () => {
    const { root, onProve } = show('proofChoosing');
    expect(root.textContent).toContain('every submit is cancelled');
    expect(root.textContent).toContain('staging.parley.test/ingest');
    expect(checkbox(root, 'main > textarea#reply').checked).toBe(false);
    expect(checkbox(root, 'form#pay > input[name="code"]').disabled).toBe(true);
    checkbox(root, 'form#account > input[name="phone"]').click();
    checkbox(root, 'main > textarea#reply').click();
    only(root, '[data-testid="proof-plant"]').click();
    const [keys] = onProve.mock.calls[0] ?? [];
    expect(keys).toContain('0 field main > textarea#reply');
    expect(keys).not.toContain('0 field form#account > input[name="phone"]');
    expect(keys).not.toContain('0 field form#pay > input[name="code"]');
  });

  it('reports leaks first, with the requests behind them and what remains', () => {
    const { root, onExportProof } = show('proofDone');
    buttonNamed(root, 'Export proof.json').click();
    expect(onExportProof).toHaveBeenCalledOnce();
    expect(textOf(root, 'proof-summary')).toContain('3 came through where the rules do not say so');
    const [first] = root.querySelectorAll('[data-testid="proof-table"] [role="row"][tabindex]');
    expect(first?.textContent).toContain('Leaks');
    expect(textOf(root, 'proof-detail')).toContain('https://eu.i.posthog.test/s/');
    const remains = textOf(root, 'proof-remains');
    for (const part of ['parley:draft', 'last_user', 'PostHog holds a recording', 'px.ads.test']) {
      expect(remains).toContain(part);
    }
    expect(textOf(root, 'proof-limits')).toContain('18 kB for rt.chat.test could not be read');
  });

  it('says of a void run that it is void, and nothing else of it', () => {
    const { root } = show('proofVoid');
    expect(textOf(root, 'proof-limits')).toContain('This run is void');
    expect(textOf(root, 'proof-limits')).not.toContain('none found');
    expect(textOf(root, 'proof-summary')).not.toContain('No canary was found');
    expect(
      root.querySelectorAll('[data-testid="proof-table"] [role="row"][tabindex]'),
    ).toHaveLength(0);
  });
});
