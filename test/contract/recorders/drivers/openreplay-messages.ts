import type { Recording } from '../driver';
import type { RecordedNode, Snapshot } from '../recording';
import type { IntakeBody } from './loopback';

/** A recording as the back end got it: what the messages say of each node. */
export function readMessages(bodies: readonly IntakeBody[]): Recording & { snapshot: Snapshot } {
  const batches = bodies
    .filter(({ path }) => /\/v1\/web\/i(\?|$)/.test(path))
    .map(({ body }) => body);
  const messages = batches.flatMap(messagesOf);
  const textOf = (wanted: (message: Message) => boolean): string =>
    messages
      .filter(wanted)
      .map(({ fields }) => fields.bytes.toString('utf8'))
      .join('\n');
  return {
    payload: textOf((message) => !isRequest(message)),
    beside: textOf(isRequest),
    snapshot: snapshotOf(messages),
  };
}

/** Addresses that the page loads from go out whatever becomes of them in the page. */
const isRequest = ({ type }: Message): boolean =>
  type === Type.NetworkRequest || type === Type.ResourceTiming;

interface Message {
  readonly type: number;
  readonly fields: Reader;
}

enum Type {
  CreateElement = 8,
  CreateText = 9,
  SetAttribute = 12,
  SetText = 14,
  SetInputValue = 18,
  StringDictionary = 34,
  SetAttributeByDictionary = 35,
  SetAttributeAsUrl = 60,
  SetCss = 61,
  BatchMetadata = 81,
  NetworkRequest = 83,
  ResourceTiming = 85,
  SetPageLocation = 122,
}

/** A message is its type, the size of its fields in three bytes, and its fields; the head of a batch has no size. */
function messagesOf(batch: Buffer): Message[] {
  const messages: Message[] = [];
  const reader = new Reader(batch);
  while (!reader.isAtEnd) {
    const type = reader.number();
    if (type === Type.BatchMetadata) {
      for (let field = 0; field < 4; field += 1) reader.number();
      // Its last field is the address of the page.
      messages.push({ type, fields: reader.part(reader.number()) });
    } else {
      messages.push({ type, fields: reader.part(reader.size()) });
    }
  }
  return messages;
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.#at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** Even numbers are positive. */
  signed(): number {
    const value = this.number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  size(): number {
    const size = this.bytes.readUIntLE(this.#at, 3);
    this.#at += 3;
    return size;
  }

  text(): string {
    return this.part(this.number()).bytes.toString('utf8');
  }

  part(length: number): Reader {
    this.#at += length;
    return new Reader(this.bytes.subarray(this.#at - length, this.#at));
  }
}

function nodesOf(messages: readonly Message[]): Map<number, RecordedNode> {
  const nodes = new Map<number, RecordedNode>();
  const words = new Map<number, string>();
  const setText = (id: number, textContent: string): void => {
    nodes.set(id, { id, type: 3, textContent });
  };
  const setAttribute = (id: number, name: string, value: string): void => {
    const node = nodes.get(id) ?? { id, type: 1 };
    nodes.set(id, { ...node, attributes: { ...node.attributes, [name]: value } });
  };
  const read: { readonly [type: number]: (id: number, fields: Reader) => void } = {
    [Type.CreateElement]: (id) => nodes.set(id, { id, type: 1, ...nodes.get(id) }),
    [Type.CreateText]: (id) => nodes.set(id, { id, type: 3 }),
    [Type.SetAttribute]: (id, fields) => setAttribute(id, fields.text(), fields.text()),
    [Type.SetAttributeAsUrl]: (id, fields) => setAttribute(id, fields.text(), fields.text()),
    [Type.SetAttributeByDictionary]: (id, fields) =>
      setAttribute(id, words.get(fields.number()) ?? '', words.get(fields.number()) ?? ''),
    [Type.StringDictionary]: (key, fields) => words.set(key, fields.text()),
    [Type.SetText]: (id, fields) => setText(id, fields.text()),
    [Type.SetCss]: (id, fields) => setText(id, fields.text()),
    [Type.SetInputValue]: (id, fields) => {
      const value = fields.text();
      const length = fields.signed();
      setAttribute(id, CURRENT_VALUE, length > 0 ? '*'.repeat(length) : value);
    },
  };
  for (const { type, fields } of messages) {
    const reading = read[type];
    if (reading) reading(fields.number(), new Reader(fields.part(fields.bytes.length).bytes));
  }
  return nodes;
}

/** The value of a field is told apart from its attribute. */
export const CURRENT_VALUE = '#value';

/** The title of the page is no node: it goes with the address, and gets a number that no node has. */
export const TITLE = 1_000_000_000;

function snapshotOf(messages: readonly Message[]): Snapshot {
  const nodes = nodesOf(messages);
  const [location] = messages.filter(({ type }) => type === Type.SetPageLocation);
  const [href = '', , title = ''] = location ? locationOf(location.fields) : [];
  nodes.set(TITLE, { id: TITLE, type: 3, textContent: title });
  return { nodes, href };
}

function locationOf(fields: Reader): readonly string[] {
  const href = fields.text();
  const referrer = fields.text();
  fields.number();
  return [href, referrer, fields.text()];
}
