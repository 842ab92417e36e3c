import type { SourceConfig } from '../protocol/sources';

/**
 * The data that a source asks, as anything that stays the same however it is asked: which back end, and
 * what of it. Name, key and pages have no part in it, nor have columns, since two of a table are of the
 * same people: answers about one set of data can be subtracted from each other.
 */
export function dataSetOf(config: SourceConfig): readonly string[] {
  const { kind } = config;
  const host = plainHost(config.host);
  switch (config.kind) {
    case 'posthog':
    case 'openreplay':
      return [kind, host, plainNumber(config.projectId)];
    case 'matomo':
      return [kind, host, matomoFolder(plainPath(config)), config.siteId];
    case 'clickhouse':
      return [kind, host, config.database, config.table];
    case 'endpoint':
      return [kind, host, plainPath(config) || '/'];
  }
}

/**
 * The same as earlier versions spelt it: what they remembered is found under this. They took host and path
 * as they were given, but for slashes.
 */
export function formerDataSetOf(config: SourceConfig): readonly string[] {
  const [, , what = '', ...more] = dataSetOf(config);
  return [config.kind, config.host, 'path' in config ? formerPath(config) : what, ...more];
}

/** All that decides what a source answers: its data, and how that is read. A new name or key changes nothing. */
export function wayOfAsking(config: SourceConfig): string {
  const { id, name, origins, mappings, ...asked } = config;
  return JSON.stringify(asked);
}

/**
 * One spelling of a path for all that some server takes for the same: as it is fetched (`/./heat`,
 * `/a/%2e%2e/heat`), and then without escapes, however often escaped, parameters of a segment (`;v=1`), what
 * an escaped `?` or `#` begins, empty segments, dots at the end of one, what nobody sees, and capitals. That
 * holds too much for the same rather than too little: paths that do differ are then compared, which shows
 * nothing of one as the other's (`wayOfAsking`). Empty: the root.
 */
function plainPath({ path, host }: { readonly path: string; readonly host: string }): string {
  const segments: string[] = [];
  for (const given of withoutEscapes(new URL(path, host).pathname).split(/[/\\]/)) {
    const segment = given.replace(/;.*/, '');
    const name = segment.replace(/\.+$/, '');
    if (segment === '..') segments.pop();
    else if (name !== '') segments.push(`/${name}`);
  }
  const [plain = ''] = segments.join('').split(/[?#]/);
  return plain.replace(/[./]+$/, '');
}

/** Small letters, of which each has one form (NFKC), and no spaces or control characters. */
function withoutEscapes(pathname: string): string {
  let bytes = pathname;
  for (let before = ''; before !== bytes; ) {
    before = bytes;
    bytes = before.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{C}\p{Z}]/gu, '');
}

/** A server runs what ends in `.php`, and hands it the rest of the path: Matomo's folder is before it. */
const matomoFolder = (path: string): string => `${path.replace(/\/[^/]*\.php(\/.*)?$/, '')}/`;

/**
 * With or without encryption, and with a dot behind its full name (`heat.acme.test.`), a host is the same.
 * At another port there may be another server.
 */
function plainHost(origin: string): string {
  const { hostname, port } = new URL(origin);
  return `https://${hostname.replace(/\.$/, '')}${port && `:${port}`}`;
}

const formerPath = ({ kind, path }: Extract<SourceConfig, { readonly path: string }>): string =>
  kind === 'matomo' ? path : `/${path.split('/').filter(Boolean).join('/')}`;

/** `01` is project 1 to a back end that reads a number. */
const plainNumber = (id: string): string => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id);
