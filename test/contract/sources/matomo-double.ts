import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeatmapRow {
  readonly selector: string;
  readonly offset_x: number | string;
  readonly offset_y: number | string;
  readonly value: number | string;
}

export interface ScrollRow {
  readonly label: number | string;
  readonly value: number | string;
}

export interface DoubleHeatmap {
  readonly id: number;
  readonly status?: string;
  readonly rules: unknown;
  readonly sampleRate?: string;
  /** Rows by `heatmapType` and `deviceType`: `2.1` are clicks on desktops. */
  readonly rows?: Readonly<Record<string, readonly unknown[]>>;
  readonly metadata?: unknown;
}

export interface MatomoDoubleOptions {
  readonly token: string;
  readonly siteId: string;
  readonly path?: string;
  readonly heatmaps?: readonly DoubleHeatmap[];
  /** Sites by address, as `getSitesIdFromSiteUrl` knows them. */
  readonly sites?: Readonly<Record<string, readonly string[]>>;
  /** The token's user may see the site. */
  readonly mayView?: boolean;
  /** The token's user may test page rules. */
  readonly mayWrite?: boolean;
  readonly plugin?: boolean;
  /** Segments that this Matomo knows. */
  readonly segments?: readonly string[];
  /** Addresses that the rules are said to hold for. */
  readonly matches?: (url: string, rules: Readonly<Record<string, string>>) => boolean;
  /** Status of refusals: 200 as of old, 4xx as of late. */
  readonly refuseWith?: number;
  readonly instead?: (form: URLSearchParams, response: ServerResponse) => boolean;
}

export interface MatomoDouble {
  readonly origin: string;
  readonly seen: readonly SeenQuestion[];
  close(): Promise<void>;
}

export interface SeenQuestion {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: Readonly<Record<string, string>>;
}

/**
 * A Matomo on loopback with its plugin for heatmaps: forms by POST, errors with status 200 in the
 * language of the token's user, and they quote the token, as the hardest case.
 */
export async function startMatomoDouble(options: MatomoDoubleOptions): Promise<MatomoDouble> {
  const seen: SeenQuestion[] = [];
  const server = createServer(async (request, response) => {
    response.on('error', () => {});
    const form = new URLSearchParams(await bodyOf(request));
    seen.push({
      url: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      form: Object.fromEntries(form),
    });
    if (options.instead?.(form, response) === true) return;
    answer(options, request, form, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

function send(response: ServerResponse, status: number, body: unknown): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  return response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function answer(
  options: MatomoDoubleOptions,
  request: IncomingMessage,
  form: URLSearchParams,
  response: ServerResponse,
): unknown {
  const { token, siteId, plugin = true, mayView = true, mayWrite = false } = options;
  const url = new URL(request.url ?? '/', 'http://double.test');
  const method = form.get('method') ?? '';
  const refuse = (status = 403) =>
    send(response, options.refuseWith === undefined ? 200 : status, {
      result: 'error',
      message: `Zugriff verweigert für ${form.get('token_auth')} (jane@example.com)`,
    });
  if (url.pathname !== `${options.path ?? '/'}index.php`) {
    response.writeHead(404, { 'content-type': 'text/html' });
    return response.end('<html>Not found</html>');
  }
  if (form.get('module') !== 'API' || form.get('format') !== 'json') return refuse(400);
  if (form.get('token_auth') !== token) return refuse(401);
  if (method === 'API.getMatomoVersion') return send(response, 200, { value: '5.2.1' });
  if (method === 'API.isPluginActivated') {
    const isThere = form.get('pluginName') === 'HeatmapSessionRecording' && plugin;
    return send(response, 200, { value: isThere });
  }
  if (method === 'SitesManager.getSitesIdFromSiteUrl') {
    const ids = options.sites?.[form.get('url') ?? ''] ?? [];
    return send(
      response,
      200,
      ids.map((idsite) => ({ idsite })),
    );
  }
  if (method === 'SitesManager.getSiteFromId') {
    return mayView && form.get('idSite') === siteId
      ? send(response, 200, { idsite: siteId, name: 'Acme', main_url: 'https://acme.test' })
      : refuse();
  }
  if (!plugin) return refuse(404);
  if (method === 'HeatmapSessionRecording.testUrlMatchPages') {
    if (!mayWrite) return refuse();
    const rules = Object.fromEntries([...form].filter(([name]) => name.startsWith('matchPage')));
    const matches = options.matches?.(form.get('url') ?? '', rules) ?? false;
    return send(response, 200, { url: form.get('url'), matches });
  }
  if (!mayView || form.get('idSite') !== siteId) return refuse();
  const segment = form.get('segment') ?? '';
  if (segment !== '' && !options.segments?.includes(segment)) return refuse(400);
  return answerHeatmaps(options.heatmaps ?? [], method, form, response, refuse);
}

function answerHeatmaps(
  heatmaps: readonly DoubleHeatmap[],
  method: string,
  form: URLSearchParams,
  response: ServerResponse,
  refuse: (status?: number) => unknown,
): unknown {
  if (method === 'HeatmapSessionRecording.getHeatmaps') {
    const mirror = form.get('includePageTreeMirror') === '0' ? '' : '<body>secret</body>';
    const list = heatmaps.map(({ id, status = 'active', rules, sampleRate = '100.0' }) => ({
      idsitehsr: String(id),
      idsite: '3',
      name: `Heatmap ${id}`,
      status,
      sample_rate: sampleRate,
      match_page_rules: rules,
      page_treemirror: mirror,
    }));
    return send(response, 200, list);
  }
  const heatmap = heatmaps.find(({ id }) => String(id) === form.get('idSiteHsr'));
  const isRange = /^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/.test(form.get('date') ?? '');
  if (heatmap === undefined || form.get('period') !== 'range' || !isRange) return refuse(400);
  if (method === 'HeatmapSessionRecording.getRecordedHeatmapMetadata') {
    return send(response, 200, heatmap.metadata ?? { nb_samples_device_all: 0 });
  }
  if (method !== 'HeatmapSessionRecording.getRecordedHeatmap') return refuse(404);
  const key = `${form.get('heatmapType')}.${form.get('deviceType')}`;
  const rows = heatmap.rows?.[key] ?? [];
  return send(response, 200, form.get('filter_limit') === '-1' ? rows : rows.slice(0, 100));
}
