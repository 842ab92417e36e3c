/** The part of rrweb's event format that a snapshot needs. */
export interface RecordedNode {
  readonly id: number;
  readonly type: number;
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly textContent?: string;
  readonly childNodes?: readonly RecordedNode[];
}

export interface RecordedEvent {
  readonly type: number;
  readonly data: {
    readonly href?: string;
    readonly node?: RecordedNode;
    readonly source?: number;
    readonly width?: number;
    readonly isAttachIframe?: boolean;
    readonly adds?: readonly { readonly node: RecordedNode }[];
  };
}

/** The initial snapshot: the document, and the documents of frames that were attached to it. */
export interface Snapshot {
  readonly nodes: ReadonlyMap<number, RecordedNode>;
  readonly href: string;
}

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const META = 4;
const MUTATION = 0;

/** Collects the nodes of the last full snapshot and of the frames attached since. */
export function readSnapshot(events: readonly RecordedEvent[]): Snapshot {
  const nodes = new Map<number, RecordedNode>();
  let href = '';
  const collect = (node: RecordedNode): void => {
    nodes.set(node.id, node);
    for (const child of node.childNodes ?? []) collect(child);
  };
  for (const { type, data } of events) {
    if (type === META) href = data.href ?? '';
    if (type === FULL_SNAPSHOT && data.node) {
      nodes.clear();
      collect(data.node);
    }
    if (type === INCREMENTAL && data.source === MUTATION && data.isAttachIframe) {
      for (const { node } of data.adds ?? []) collect(node);
    }
  }
  return { nodes, href };
}

/** Every node that was ever recorded: of the snapshots, and those that were added since. */
export function recordedIds(events: readonly RecordedEvent[]): Set<number> {
  const ids = new Set<number>();
  const collect = ({ id, childNodes = [] }: RecordedNode): void => {
    ids.add(id);
    childNodes.forEach(collect);
  };
  for (const { data } of events) {
    if (data.node) collect(data.node);
    for (const { node } of data.adds ?? []) collect(node);
  }
  return ids;
}
