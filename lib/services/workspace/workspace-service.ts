import type { Clock } from '../../core/clock';
import { HushmapError, sentenceOf } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { Parsed, Response } from '../../protocol/messages';
import type { Policy, SourceConfig } from '../../protocol/sources';
import { needsKey } from '../../sources/needs-key';
import { sourceOf } from '../../sources/registry';

/** What the workspace needs of the vault, the browser and the network. */
export interface WorkspacePorts {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly policy: () => Promise<Policy>;
  readonly hasGrant: (url: string) => Promise<boolean>;
  readonly sources: {
    list(): Promise<SourceConfig[]>;
    put(config: SourceConfig): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly secrets: {
    get(config: SourceConfig): Promise<string | null>;
    has(config: SourceConfig): Promise<boolean>;
    put(config: SourceConfig, secret: string): Promise<void>;
    remove(id: string): Promise<void>;
  };
}

/** Sources that people set up, beside those that an administrator gave them. */
export function createWorkspaceService(ports: WorkspacePorts) {
  async function all(): Promise<{ readonly config: SourceConfig; readonly managed: boolean }[]> {
    const { sources = [], featuresOff = [] } = await ports.policy();
    const managed = sources.map((config) => ({ config, managed: true }));
    if (featuresOff.includes('own-sources')) return managed;
    const ids = new Set(sources.map(({ id }) => id));
    const own = (await ports.sources.list()).filter(({ id }) => !ids.has(id));
    return [...managed, ...own.map((config) => ({ config, managed: false }))];
  }

  async function list(): Promise<Response<'sources.list'>> {
    const sources = await all();
    return Promise.all(
      sources.map(async ({ config, managed }) => ({
        config,
        managed,
        hasSecret: await ports.secrets.has(config),
        granted: await ports.hasGrant(config.host),
      })),
    );
  }

  /** Saves a source and, where one was entered, its key. A managed source takes a key alone. */
  async function save({ config, secret }: Parsed<'sources.save'>): Promise<void> {
    const { sources = [], featuresOff = [] } = await ports.policy();
    const managed = sources.find(({ id }) => id === config.id);
    if (managed === undefined && featuresOff.includes('own-sources')) {
      throw new HushmapError('policy.forbids', ['own-sources']);
    }
    if (managed === undefined) {
      const before = (await ports.sources.list()).find(({ id }) => id === config.id);
      // A shared file may carry an id that is already here: the key was entered for what that one is.
      if (secret === undefined && before !== undefined && isElsewhere(before, config)) {
        await ports.secrets.remove(config.id);
      }
      await ports.sources.put(config);
    }
    if (secret !== undefined) await ports.secrets.put(managed ?? config, secret);
  }

  async function test(id: string): Promise<Response<'sources.test'>> {
    const found = (await all()).find(({ config }) => config.id === id);
    if (found === undefined) throw new HushmapError('source.notConfigured');
    try {
      const remarks = await reach(found.config);
      const { kind, name } = found.config;
      const said = kind === 'endpoint' ? 'source.test.answers' : 'source.test.works';
      return { ok: true, said: message(said, name), remarks: [...remarks] };
    } catch (cause) {
      return { ok: false, said: sentenceOf(cause), remarks: [] };
    }
  }

  /** What will not work though the source answers. */
  async function reach(config: SourceConfig): Promise<readonly Message[]> {
    if (!(await ports.hasGrant(config.host))) {
      throw new HushmapError('source.noPermission', [config.host]);
    }
    const secret = needsKey(config) ? await ports.secrets.get(config) : '';
    if (secret === null) throw new HushmapError('vault.noSecret', [config.name]);
    const signal = AbortSignal.timeout(TEST_LIMIT_MS);
    const { fetch, clock } = ports;
    const answer = await sourceOf(config).test(config, { fetch, clock, secret, signal });
    if (!answer.ok) throw answer.error;
    return answer.value;
  }

  return {
    list,
    save,
    test,
    configs: async () => (await all()).map(({ config }) => config),
    remove: async (id: string) => {
      await ports.secrets.remove(id);
      await ports.sources.remove(id);
    },
  };
}

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

/** Whether a source would send its key to another place than before. */
const isElsewhere = (before: SourceConfig, now: SourceConfig): boolean =>
  before.kind !== now.kind || before.host !== now.host || pathOf(before) !== pathOf(now);

const pathOf = (config: SourceConfig): string => ('path' in config ? config.path : '/');

const TEST_LIMIT_MS = 30_000;
