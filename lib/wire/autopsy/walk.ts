import { recognise } from '../../pii';
import { isPersonal } from '../../protocol/pii-classes';
import { redactText } from '../../report/redact-text';
import { bytesOfLatin1, readBytes } from '../decode/bytes';
import type { Opaque, OpaqueKind } from '../decode/contract';
import { streamAt } from '../decode/streams';
import { isObject, type Json, parseJson, textIn } from './json';
import { look } from './look';
import { isEvent, RecordingReader } from './recording';
import type { AutopsyChannel } from './report-schema';
import type { Timeline } from './timeline';

/** Where a walk is. */
export interface Spot {
  readonly file: string;
  readonly recording: string;
  /** A recording has as many pages at a time as windows. */
  readonly window: string;
  readonly time: number | null;
  readonly channel: AutopsyChannel;
  /** Keys that lead here, or the request. */
  readonly where: string;
  readonly depth: number;
}

const MOST_DEPTH = 100;
/** What one packed part of an event may unpack to. */
const MOST_UNPACKED = 32_000_000;

/** Walks whatever JSON recordings come in, finds the events in it, and looks at every other string. */
export class Walker {
  readonly #readers = new Map<string, RecordingReader>();
  readonly recordings = new Set<string>();
  readonly opaque: Opaque = {};
  events = 0;
  skipped = 0;
  isPostHog = false;

  /** @param namesReceivers the host stays the name, whatever a body says of its recording. */
  constructor(
    private readonly timeline: Timeline,
    private readonly namesReceivers = false,
  ) {}

  walk(value: unknown, spot: Spot): void {
    if (typeof value === 'string') this.#string(value, spot);
    else if (typeof value !== 'object' || value === null) return;
    else if (spot.depth > MOST_DEPTH) this.skipped++;
    else if (isEvent(value)) this.#event(value, spot);
    else if (Array.isArray(value)) this.#list(value, spot);
    else if (isObject(value)) this.#object(value, spot);
  }

  /** Bytes that nobody has read. */
  count(kind: OpaqueKind, bytes: number): void {
    this.opaque[kind] = (this.opaque[kind] ?? 0) + bytes;
  }

  #list(list: readonly unknown[], spot: Spot): void {
    // PostHog's lines: the id of a window, and an event of it.
    const [first, second] = list;
    const isPair = list.length === 2 && typeof first === 'string' && isEvent(second);
    const window = isPair ? first : spot.window;
    for (const item of list) this.walk(item, { ...spot, window, depth: spot.depth + 1 });
  }

  #object(object: Json, spot: Spot): void {
    if ('$snapshot_data' in object || Array.isArray(object.snapshots)) this.isPostHog = true;
    const named = this.namesReceivers ? null : recordingOf(object);
    const recording = named ?? spot.recording;
    const window = windowOf(object) || spot.window;
    for (const [key, value] of Object.entries(object)) {
      if (value === null || (typeof value !== 'object' && typeof value !== 'string')) continue;
      const where = spot.channel === 'event' ? joined(spot.where, key) : spot.where;
      this.walk(value, { ...spot, recording, window, where, depth: spot.depth + 1 });
    }
  }

  #event(event: Json, spot: Spot): void {
    this.events++;
    const window = windowOf(event) || spot.window;
    const key = [spot.file, spot.recording, window].join('\n');
    this.recordings.add([spot.file, spot.recording].join('\n'));
    let reader = this.#readers.get(key);
    if (!reader) {
      reader = new RecordingReader({
        found: (pii, channel, where, time) =>
          this.timeline.add(pii, { ...spot, channel, where, time: finite(time) }),
        other: (value, keys, time) =>
          this.walk(value, {
            ...spot,
            window,
            channel: /console/i.test(keys) ? 'console' : 'event',
            where: joined('', keys),
            time: finite(time),
            depth: spot.depth + 1,
          }),
        tooDeep: () => {
          this.skipped++;
        },
      });
      this.#readers.set(key, reader);
    }
    reader.read(this.#unpacked(event));
  }

  /** PostHog packs large parts of events: gzip, one letter a byte. */
  #unpacked(event: Json): Json {
    const data = this.#parsed(event.data);
    if (!isObject(data) || !PACKED.some((key) => typeof data[key] === 'string'))
      return { ...event, data };
    const parts = PACKED.map((key) => [key, this.#parsed(data[key])]);
    return { ...event, data: { ...data, ...Object.fromEntries(parts) } };
  }

  #parsed(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    const text = this.#unpack(value);
    return parseJson(text ?? value) ?? value;
  }

  #string(text: string, spot: Spot): void {
    const unpacked = this.#unpack(text);
    if (unpacked !== null) {
      this.walk(parseJson(unpacked) ?? unpacked, { ...spot, depth: spot.depth + 1 });
      return;
    }
    const nested = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
    if (nested !== undefined) this.walk(nested, { ...spot, depth: spot.depth + 1 });
    else for (const pii of look(text, 'any')) this.timeline.add(pii, spot);
  }

  #unpack(text: string): string | null {
    if (text.charCodeAt(0) !== 0x1f || text.charCodeAt(1) !== 0x8b) return null;
    const bytes = bytesOfLatin1(text);
    const stream = bytes && streamAt(bytes, 0, MOST_UNPACKED);
    if (!stream) {
      this.count('cut', text.length);
      return '';
    }
    if (stream.end !== 'done') this.count(stream.end === 'limit' ? 'limit' : 'cut', text.length);
    return readBytes(stream.bytes).text;
  }
}

const PACKED = ['texts', 'attributes', 'removes', 'adds'] as const;

const finite = (time: number): number | null => (Number.isFinite(time) ? time : null);

const windowOf = (object: Json): string =>
  textIn(object, 'windowId') || textIn(object, 'window_id');

const RECORDING_KEYS = [
  '$session_id',
  'session_id',
  'sessionId',
  'recording_id',
  'recordingId',
  'replay_id',
  'replayId',
];

/** The id of a recording, where an object has one that names a recording and nobody. */
function recordingOf(object: Json): string | null {
  const keys = Array.isArray(object.snapshots) ? ['id', ...RECORDING_KEYS] : RECORDING_KEYS;
  const id = keys.map((key) => textIn(object, key)).find((text) => text !== '');
  return id !== undefined && isHarmless(id) ? id : null;
}

/** Ids have to be shown as they are, or nothing can be deleted by them. */
const isHarmless = (id: string): boolean =>
  /^[\w.:-]{4,100}$/.test(id) && !recognise(id).some(({ pii }) => isPersonal(pii));

const MOST_WHERE = 120;

/** Keys of objects may be made of anything, values included. */
function joined(where: string, key: string): string {
  const name = redactText(key.slice(0, 60));
  return (where === '' ? name : `${where}.${name}`).slice(0, MOST_WHERE);
}
