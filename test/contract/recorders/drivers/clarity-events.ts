import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { Recording } from '../driver';
import type { RecordedNode, Snapshot } from '../recording';

/** The title, type and generator that a page says it has are no nodes: they share a number that no node has. */
export const META = 1_000_000_000;

/** What the vendor's own decoder makes of a payload, as far as it is needed. */
interface Decoded {
  readonly dom?: readonly { readonly event: number; readonly data: unknown }[];
  readonly input?: readonly {
    readonly data: { readonly target: number; readonly value: string };
  }[];
  readonly dimension?: readonly { readonly data: Readonly<Record<string, readonly string[]>> }[];
}

interface DomNode {
  readonly id: number;
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly value?: string;
}

/** The payload as it was sent: gzip, or text where the page was left. */
export const textOf = (body: Buffer): string =>
  (body[0] === GZIP ? gunzipSync(body) : body).toString('utf8');

/** First byte of every gzip stream. */
const GZIP = 0x1f;

/** A recording as the back end got it: what it says of each node, and all of its events. */
export function readPayloads(bodies: readonly Buffer[]): Recording & { snapshot: Snapshot } {
  const payloads = bodies.map(textOf);
  const decoded = payloads.map(decode);
  const dimensions = decoded.flatMap(({ dimension = [] }) => dimension.map(({ data }) => data));
  const nodes = nodesOf(decoded);
  const metas = dimensions.flatMap((data) => META_KEYS.flatMap((key) => data[key] ?? []));
  nodes.set(META, { id: META, type: 1, attributes: { content: metas.join('\n') } });
  const href = dimensions.flatMap((data) => data[URL_KEY] ?? [])[0] ?? '';
  const beside = decoded.map(({ dom: _, input: __, ...rest }) => rest);
  return {
    payload: payloads.join('\n'),
    beside: JSON.stringify(beside),
    snapshot: { nodes, href },
  };
}

function nodesOf(decoded: readonly Decoded[]): Map<number, RecordedNode> {
  const nodes = new Map<number, RecordedNode>();
  for (const { dom = [] } of decoded) {
    for (const { event, data } of dom) {
      if (event !== DISCOVER && event !== MUTATION) continue;
      // The decoder makes a list of nodes of these two kinds of events.
      for (const { id, tag, attributes, value } of data as readonly DomNode[]) {
        nodes.set(id, {
          id,
          type: tag === '*T' ? 3 : 1,
          ...(attributes && { attributes }),
          ...(value === undefined ? {} : { textContent: value }),
        });
      }
    }
  }
  for (const { input = [] } of decoded) {
    for (const { data } of input) {
      const node = nodes.get(data.target);
      if (!node) continue;
      nodes.set(node.id, { ...node, attributes: { ...node.attributes, '#value': data.value } });
    }
  }
  return nodes;
}

const DISCOVER = 5;
const MUTATION = 6;
const URL_KEY = '1';
const META_KEYS = ['19', '20', '21'];

/** The decoder of the vendor; its types are not there where the package is not installed. */
function decode(payload: string): Decoded {
  const decoder = createRequire(import.meta.url)('clarity-decode') as {
    decode(payload: string): Decoded;
  };
  return decoder.decode(payload);
}
