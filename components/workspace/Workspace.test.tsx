import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Message, message } from '../../lib/core/message';
import { createTranslator } from '../../lib/core/translator';
import { DOCUMENTED_EVENTS } from '../../lib/protocol/sources';
import { SNAPSHOTS } from '../../test/gallery/fixtures/snapshots';
import { CLEARANCES, EVERY_SOURCE, POLICY, SOURCES } from '../../test/gallery/fixtures/workspace';
import { buttonNamed, mount, only, type } from '../ui/testing';

import { Workspace, type WorkspaceProps } from './Workspace';

const say = createTranslator();

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(part: Partial<WorkspaceProps> = {}) {
  const calls = {
    onSave: vi.fn(async (): Promise<Message | null> => null),
    onRemove: vi.fn(),
    onAllow: vi.fn(),
    onTest: vi.fn(async () => ({
      ok: true,
      said: message('source.test.works', 'PostHog EU'),
      remarks: [],
    })),
    onExport: vi.fn(),
    onImport: vi.fn(async () => message('error.file.wrongFormat')),
    onRevoke: vi.fn(),
  };
  const view = mount(() => (
    <Workspace
      sources={SOURCES}
      clearances={CLEARANCES}
      policy={{}}
      error={null}
      snapshots={{
        list: SNAPSHOTS,
        onRename: vi.fn(),
        onRemove: vi.fn(),
        onRestore: vi.fn(),
        onExport: vi.fn(),
      }}
      autopsy={{
        state: { at: 'empty' },
        onRead: vi.fn(),
        onStop: vi.fn(),
        onSaveReport: vi.fn(),
        onSaveAffected: vi.fn(),
      }}
      {...calls}
      {...part}
    />
  ));
  unmount = view.unmount;
  return { root: view.root, ...calls };
}

const field = (root: HTMLElement, name: string) =>
  only<HTMLInputElement>(root, `[data-testid="source-${name}"]`);

describe('Workspace', () => {
  it('says of each source whether it has a key, is allowed, and is managed', () => {
    const { root } = show();
    const [own, managed] = root.querySelectorAll('[data-testid="source-card"]');
    expect(own?.textContent).toContain('Key saved');
    expect(own?.textContent).toContain('Allowed');
    expect(managed?.textContent).toContain('No key');
    expect(managed?.textContent).toContain('Not allowed yet');
    expect(managed?.textContent).toContain('Set by your organisation');
    expect(managed?.textContent).not.toContain('Remove');
  });

  it('never shows a saved key, and keeps it where none is typed', async () => {
    const { root, onSave } = show();
    buttonNamed(root, 'Change').click();
    expect([field(root, 'secret').type, field(root, 'secret').value]).toEqual(['password', '']);
    only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]).toEqual([SOURCES[0]?.config, null]);
  });

  it('says what is wrong beside the field, and saves nothing', () => {
    const { root, onSave } = show({ sources: [] });
    buttonNamed(root, 'Add a source').click();
    only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(onSave).not.toHaveBeenCalled();
    const input = field(root, 'project');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ');
    expect(described).toContain('Enter the project id');
    type(input, '12');
    expect(input.getAttribute('aria-invalid')).not.toBe('true');
  });

  it('keeps the form with what was typed where saving is refused', async () => {
    const refuse = vi.fn(async () => message('error.storage.quota'));
    const { root } = show({ onSave: refuse });
    buttonNamed(root, 'Change').click();
    type(field(root, 'name'), 'New name');
    only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(root.textContent).toContain(say('error.storage.quota')));
    expect(field(root, 'name').value).toBe('New name');
  });

  it('clears what a table of events may lack, enters it again, and says which value is refused', async () => {
    // The form stays where saving is refused.
    const onSave = vi.fn<WorkspaceProps['onSave']>(async () => message('error.storage.quota'));
    const { root } = show({
      onSave,
      sources: EVERY_SOURCE.filter(({ config }) => config.kind === 'clickhouse'),
    });
    buttonNamed(root, 'Change').click();
    const depth = () => field(root, 'column-depth').value;
    const seen = ['Enter the documented names', 'Clear these names', 'Enter the documented names'];
    expect(
      seen.map((name) => {
        buttonNamed(root, name).click();
        return depth();
      }),
    ).toEqual(['depth', '', 'depth']);
    const submit = () =>
      only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    type(field(root, 'value-rage'), 'x'.repeat(101));
    submit();
    expect(onSave).not.toHaveBeenCalled();
    expect(field(root, 'value-rage').getAttribute('aria-invalid')).toBe('true');
    type(field(root, 'value-rage'), 'rage\nrage-touch');
    submit();
    await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    const events = { ...DOCUMENTED_EVENTS, unit: 'people' };
    const values = { ...DOCUMENTED_EVENTS.values, rage: ['rage', 'rage-touch'] };
    expect(onSave.mock.calls[0]).toMatchObject([{ events: { ...events, values } }, null]);
    // Every row of a table without kinds is a click.
    type(field(root, 'column-type'), '');
    expect(root.querySelector('[data-testid="source-value-rage"]')).toBeNull();
  });

  it('says where a new token of OpenReplay is found, where one is saved too', () => {
    const { root } = show({
      sources: EVERY_SOURCE.filter(({ config }) => config.kind === 'openreplay'),
    });
    buttonNamed(root, 'Change').click();
    expect(root.textContent).toContain('A key is saved.');
    expect(root.textContent).toContain('It lasts for hours');
  });

  it('tells the outcome of a test in a sentence', async () => {
    const { root, onTest } = show();
    buttonNamed(root, 'Test the connection').click();
    await vi.waitFor(() => expect(root.textContent).toContain('accepts the key'));
    expect(onTest).toHaveBeenCalledWith('posthog_eu');
  });

  it('lists what is lost before it removes a source', () => {
    const { root, onRemove } = show();
    buttonNamed(root, 'Remove').click();
    expect(onRemove).not.toHaveBeenCalled();
    const dialog = only(document, '[role="dialog"]');
    expect(dialog.textContent).toContain('The saved key is deleted');
    expect(dialog.textContent).toContain('Nothing in PostHog changes.');
    buttonNamed(dialog, 'Remove').click();
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('posthog_eu');
  });

  it.each(SOURCES.map(({ config }) => config))(
    'says what stays as it is ($name)',
    ({ id, kind }) => {
      const { root } = show({ sources: SOURCES.filter(({ config }) => config.id === id) });
      const remove = [...root.querySelectorAll('button')].find((b) => b.textContent === 'Remove');
      // A managed source stays.
      if (remove === undefined) return;
      remove.click();
      const said = only(document, '[role="dialog"]').textContent?.toLowerCase() ?? '';
      expect(said).toContain(kind === 'endpoint' ? 'nothing at ' : `nothing in ${kind} changes`);
    },
  );

  it('revokes a clearance after saying what that means', () => {
    const { root, onRevoke } = show();
    buttonNamed(root, 'Clearances').click();
    expect(root.textContent).toContain('expired');
    buttonNamed(root, 'Revoke').click();
    buttonNamed(only(document, '[role="dialog"]'), 'Revoke').click();
    expect(onRevoke).toHaveBeenCalledExactlyOnceWith('clearance_0');
  });

  it('shows what the administrator set, to be read alone', () => {
    const { root } = show({ policy: POLICY });
    buttonNamed(root, 'Policy').click();
    const main = only(root, 'main');
    expect(main.textContent).toContain('At least 20');
    expect(main.textContent).toContain('Opening heat files');
    expect(main.querySelector('input, button')).toBeNull();
  });

  it('offers no source of one’s own where the policy forbids it', () => {
    const { root } = show({ sources: [], policy: { featuresOff: ['own-sources'] } });
    expect(only(root, '[data-next-step]').querySelector('button')).toBeNull();
  });
});
