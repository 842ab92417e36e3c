import { afterEach, describe, expect, it, vi } from 'vitest';
import { HushmapError } from '../../lib/core/errors';
import { message } from '../../lib/core/message';
import { createTranslator } from '../../lib/core/translator';
import { EVERY_SOURCE } from '../../test/gallery/fixtures/workspace';
import { buttonNamed, mount } from '../ui/testing';
import type { TestOutcome, WorkspaceProps } from './props';
import { Sources } from './Sources';
import { createWorkspaceTold } from './workspace-told';

const say = createTranslator();
const WORKS: TestOutcome = { ok: true, said: message('source.test.works', 'It'), remarks: [] };
const WORKS_SAID = say('source.test.works', ['It']);

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show() {
  const { listener, told } = createWorkspaceTold();
  const tell = (sources = EVERY_SOURCE) => listener.onSources(structuredClone(sources));
  tell();
  const answers: ((outcome: TestOutcome) => void)[] = [];
  const onTest = vi.fn<WorkspaceProps['onTest']>(
    () => new Promise((resolve) => answers.push(resolve)),
  );
  const view = mount(() => (
    <Sources
      sources={told.sources()}
      clearances={null}
      policy={null}
      error={null}
      snapshots={{
        list: null,
        ...{ onRename: vi.fn(), onRemove: vi.fn(), onRestore: vi.fn(), onExport: vi.fn() },
      }}
      autopsy={{
        state: { at: 'empty' },
        ...{ onRead: vi.fn(), onStop: vi.fn(), onSaveReport: vi.fn(), onSaveAffected: vi.fn() },
      }}
      {...{ onSave: vi.fn(), onRemove: vi.fn(), onAllow: vi.fn(), onExport: vi.fn() }}
      {...{ onImport: vi.fn(), onRevoke: vi.fn(), onTest }}
    />
  ));
  unmount = view.unmount;
  const card = (name: string): HTMLElement => {
    const cards = [...view.root.querySelectorAll<HTMLElement>('[data-testid="source-card"]')];
    const found = cards.find((each) => each.querySelector('h2')?.textContent === name);
    if (found === undefined) throw new Error(`No card is named ${name}.`);
    return found;
  };
  const testOf = (name: string) => buttonNamed(card(name), 'Test the connection');
  return { tell, onTest, answer: () => answers.pop()?.(WORKS), card, testOf };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('cards of sources', () => {
  const [, ...OTHERS] = EVERY_SOURCE;

  it.each([
    ['nothing changes', EVERY_SOURCE],
    ['another one is changed', EVERY_SOURCE.map((s, i) => (i ? s : { ...s, granted: false }))],
    ['another one goes', OTHERS],
  ])('keep the focus, and the answer of a test, while %s', async (_, next) => {
    const { tell, answer, card, testOf } = show();
    const test = testOf('OpenReplay');
    test.click();
    const change = buttonNamed(card('OpenReplay'), 'Change');
    change.focus();
    tell(next);
    expect(document.activeElement).toBe(change);
    answer();
    await vi.waitFor(() => expect(card('OpenReplay').textContent).toContain(WORKS_SAID));
    tell(next);
    expect(card('OpenReplay').textContent).toContain(WORKS_SAID);
  });

  it('say nothing of a source whose settings are others by now', async () => {
    const { tell, answer, card, testOf } = show();
    const other = EVERY_SOURCE.map((entry) =>
      entry.config.kind === 'openreplay'
        ? { ...entry, config: { ...entry.config, projectId: '99' } }
        : entry,
    );
    testOf('OpenReplay').click();
    answer();
    await vi.waitFor(() => expect(card('OpenReplay').textContent).toContain(WORKS_SAID));
    tell(other);
    expect(card('OpenReplay').textContent).not.toContain(WORKS_SAID);
    testOf('OpenReplay').click();
    tell();
    answer();
    await settled();
    expect(card('OpenReplay').textContent).not.toContain(WORKS_SAID);
    expect(testOf('OpenReplay').disabled).toBe(false);
  });

  it('say nothing any more of a test from before the browser was asked for permission', async () => {
    const { tell, answer, card, testOf } = show();
    testOf('OpenReplay').click();
    answer();
    await vi.waitFor(() => expect(card('OpenReplay').textContent).toContain(WORKS_SAID));
    tell(EVERY_SOURCE.map((entry) => ({ ...entry, granted: !entry.granted })));
    expect(card('OpenReplay').textContent).not.toContain(WORKS_SAID);
  });

  it('say why a test could not be made, and it can be made again', async () => {
    const { onTest, card, testOf } = show();
    onTest.mockRejectedValueOnce(new HushmapError('source.notConfigured'));
    testOf('OpenReplay').click();
    await vi.waitFor(() =>
      expect(card('OpenReplay').textContent).toContain(say('error.source.notConfigured')),
    );
    expect(testOf('OpenReplay').disabled).toBe(false);
  });
});
