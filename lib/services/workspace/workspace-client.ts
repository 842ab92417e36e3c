import { sentenceOf } from '../../core/errors';
import { type Message, message } from '../../core/message';
import { saveFile } from '../../platform/files';
import { askForOrigin } from '../../platform/grants';
import { reportBug, send } from '../../platform/messaging';
import { isSourceForm } from '../../platform/pages';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { SourceConfig } from '../../protocol/sources';
import { exportSources, importSources } from '../../sources/share';
import { askAgainIfLost } from '../retry';

interface Listener {
  readonly onSources: (sources: Response<'sources.list'>) => void;
  readonly onClearances: (clearances: Response<'clearances.list'>) => void;
  readonly onPolicy: (policy: Response<'policy.read'>) => void;
  readonly onError: (error: Message | null) => void;
}

/** The workspace's end of sources, clearances and policy; its answers are named as the view asks for them. */
export function createWorkspaceClient(listener: Listener) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));

  /** Null: it worked. Else the sentence that says why not. */
  async function attempt(work: () => Promise<unknown>): Promise<Message | null> {
    try {
      await work();
      return null;
    } catch (cause) {
      return sentenceOf(cause);
    }
  }

  async function refresh(): Promise<void> {
    const failed = await attempt(async () => {
      listener.onSources(await ask('sources.list', undefined));
      listener.onClearances(await ask('clearances.list', undefined));
      listener.onPolicy(await ask('policy.read', undefined));
    });
    listener.onError(failed);
  }

  /** Pages that show heat may be looked at meanwhile: nobody here waits for them. */
  const tellHeat = (ids: readonly string[]): void => {
    ask('heat.sourcesChanged', { ids: [...ids] }).catch((cause: unknown) =>
      reportBug('heat', cause),
    );
  };

  const change = (work: () => Promise<unknown>): void => {
    void attempt(work).then(async (failed) => {
      await refresh();
      if (failed !== null) listener.onError(failed);
    });
  };

  async function importFile(file: File): Promise<Message> {
    const read = importSources(await file.text());
    if (!read.ok) return read.error.sentence;
    const { sources, views } = read.value;
    let added = 0;
    const failed = await attempt(async () => {
      for (const config of sources) await ask('sources.save', { config });
      if (views.length > 0) added = await ask('views.add', { views });
    });
    tellHeat(sources.map(({ id }) => id));
    await refresh();
    if (failed !== null) return failed;
    return views.length === 0
      ? message('source.share.imported', sources.length)
      : message('source.share.importedWithViews', sources.length, added);
  }

  void refresh();

  return {
    /** The browser wants the question for the address straight from the press: it comes first. */
    onSave: (config: SourceConfig, secret: string | null): Promise<Message | null> => {
      const asked = askForOrigin(config.host);
      return attempt(async () => {
        // A "no" keeps the source, marked as not allowed: it can be allowed later.
        await asked.catch(() => false);
        await ask('sources.save', { config, ...(secret === null ? {} : { secret }) });
        tellHeat([config.id]);
        await refresh();
      });
    },
    onAllow: (config: SourceConfig): void => {
      const asked = askForOrigin(config.host);
      change(() => asked.then(() => tellHeat([config.id])));
    },
    onRemove: (id: string): void =>
      change(() => ask('sources.remove', { id }).then(() => tellHeat([id]))),
    onRevoke: (id: string): void => change(() => ask('clearances.revoke', { id })),
    onTest: (id: string) => ask('sources.test', { id }),
    exportAll: (sources: Response<'sources.list'>): void => {
      const own = sources.map(({ config }) => config);
      change(async () => {
        const text = exportSources(own, await ask('views.all', undefined));
        saveFile('hushmap-sources.json', 'application/json', text);
      });
    },
    onImport: importFile,
    adding: isSourceForm(),
  };
}
