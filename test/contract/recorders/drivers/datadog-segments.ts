import { constants, inflateSync } from 'node:zlib';
import type { Recording } from '../driver';
import type { RecordedNode, Snapshot } from '../recording';
import type { IntakeBody } from './loopback';

/** A recording as Datadog's intake got it: the records of all segments, and the nodes of the last snapshot. */
export function readSegments(bodies: readonly IntakeBody[]): Recording & { snapshot: Snapshot } {
  const records = bodies
    .filter(({ path }) => /replay/.test(path))
    .flatMap(({ body, contentType }) => recordsOf(body, contentType));
  const { nodes, texts } = readRecords(records);
  const meta = records.findLast(({ type }) => type === META);
  const href = isObject(meta?.data) ? String(meta.data.href) : '';
  const beside = bodies
    .filter(({ path }) => !/replay/.test(path))
    .map(({ body }) => body.toString('utf8'));
  return { payload: texts.join('\n'), beside: beside.join('\n'), snapshot: { nodes, href } };
}

interface SegmentRecord {
  readonly type: number;
  readonly format?: number;
  readonly data: unknown;
}

const FULL_SNAPSHOT = 2;
const META = 4;
const CHANGES = 12;

/** The part `segment` of a form: a zlib stream that is flushed, not ended. */
function recordsOf(body: Buffer, contentType: string): SegmentRecord[] {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1] ?? '';
  for (const part of split(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf('\r\n\r\n');
    if (end < 0 || !/name="segment"/.test(part.subarray(0, end).toString())) continue;
    const data = part.subarray(end + 4, part.length - 2);
    const json = inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
    return JSON.parse(json).records;
  }
  return [];
}

function split(body: Buffer, by: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(by); at >= 0; at = body.indexOf(by, from)) {
    parts.push(body.subarray(from, at));
    from = at + by.length;
  }
  return parts;
}

/** Version 6 sends rrweb-like nodes, version 7 changes that refer to a table of strings. */
function readRecords(records: readonly SegmentRecord[]): {
  nodes: Map<number, RecordedNode>;
  texts: string[];
} {
  const nodes = new Map<number, RecordedNode>();
  const texts: string[] = [];
  let changes = changeReader(nodes);
  for (const record of records) {
    texts.push(JSON.stringify(record));
    const isSnapshot = record.type === FULL_SNAPSHOT;
    if (isSnapshot) nodes.clear();
    if (isSnapshot && !record.format) collect(asSnapshot(record.data), nodes);
    if (isSnapshot && record.format === 1) changes = changeReader(nodes);
    if (record.type === CHANGES || (isSnapshot && record.format === 1)) changes(record.data);
  }
  return { nodes, texts };
}

const asSnapshot = (data: unknown): RecordedNode =>
  // The form is checked by what is done with it: a snapshot without nodes agrees with nothing.
  (data as { node: RecordedNode }).node;

function collect(node: RecordedNode, nodes: Map<number, RecordedNode>): void {
  nodes.set(node.id, node);
  for (const child of node.childNodes ?? []) collect(child, nodes);
}

enum Change {
  AddString = 0,
  AddNode = 1,
  Attribute = 3,
  Text = 4,
  AddStyleSheet = 7,
  AddStrings = 11,
  InputValue = 12,
  ClearStrings = 14,
}

/** Follows changes from a snapshot on: nodes are numbered in the order in which they are added. */
function changeReader(nodes: Map<number, RecordedNode>): (data: unknown) => void {
  const strings: string[] = [];
  let next = 0;
  const text = (value: unknown): string =>
    typeof value === 'number' ? (strings[value] ?? '') : String(value);
  const addNode = ([, name, ...rest]: unknown[]): void => {
    const id = next;
    next += 1;
    if (text(name) === '#text') nodes.set(id, { id, type: 3, textContent: text(rest[0]) });
    else if (text(name).startsWith('#')) nodes.set(id, { id, type: 0 });
    else nodes.set(id, { id, type: 1, attributes: Object.fromEntries(rest.map(pair)) });
  };
  const pair = (assigned: unknown): [string, string] => {
    const [name, value] = list(assigned);
    return [text(name), text(value)];
  };
  const setAttributes = ([id, ...pairs]: unknown[]): void => {
    const node = nodes.get(Number(id));
    if (!node) return;
    const attributes = { ...node.attributes, ...Object.fromEntries(pairs.map(pair)) };
    nodes.set(node.id, { ...node, attributes });
  };
  const addSheet = ([rules]: unknown[]): void => {
    const css = [rules].flat().map(text).join('');
    // A sheet has a number of its own; as a node it gets one that no node has.
    const id = -1 - nodes.size;
    nodes.set(id, { id, type: 3, textContent: css });
  };
  const apply: { readonly [kind: number]: (item: unknown[]) => void } = {
    [Change.AddNode]: addNode,
    [Change.Attribute]: setAttributes,
    [Change.Text]: ([id, value]) =>
      nodes.set(Number(id), { id: Number(id), type: 3, textContent: text(value) }),
    [Change.InputValue]: ([id, value]) => setAttributes([id, ['value', text(value)]]),
    [Change.AddStyleSheet]: addSheet,
    [Change.AddStrings]: ([, ...added]) => strings.push(...added.map(String)),
  };
  return (data) => {
    for (const change of list(data)) {
      const [kind, ...items] = list(change);
      if (kind === Change.ClearStrings) strings.length = 0;
      else if (kind === Change.AddString) strings.push(...items.map(String));
      else for (const item of items) apply[Number(kind)]?.(list(item));
    }
  };
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;
