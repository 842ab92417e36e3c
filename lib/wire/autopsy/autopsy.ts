import { recognise } from '../../pii';
import { isPersonal } from '../../protocol/pii-classes';
import { readBytes } from '../decode/bytes';
import type { Opaque } from '../decode/contract';
import { streamAt } from '../decode/streams';
import { isHar, readHar } from './har';
import { parseJson } from './json';
import type { AutopsyReport, FileKind } from './report-schema';
import { Timeline } from './timeline';
import { type Spot, Walker } from './walk';

/** What recordings hold already: files in, a time line of classes and places out. */
export interface Autopsy {
  /** @param name of the file, as it may be shown; values in it are replaced. */
  read(name: string, content: Uint8Array): void;
  /** A file that could not even be opened. */
  unreadable(name: string): void;
  report(): AutopsyReport;
}

/** What a packed file may unpack to. */
const MOST_UNPACKED = 400_000_000;

export function openAutopsy(): Autopsy {
  const timeline = new Timeline();
  const files: AutopsyReport['files'] = [];
  const opaque: Opaque = {};
  let recordings = 0;

  const read = (name: string, content: Uint8Array): void => {
    const file = shown(name, files.length);
    const walker = new Walker(timeline);
    const packed = streamAt(content, 0, MOST_UNPACKED);
    if (packed && packed.end !== 'done')
      walker.count(packed.end === 'limit' ? 'limit' : 'cut', content.length);
    const { text } = readBytes(packed?.bytes ?? content);
    const kind = readText(text, file, walker, timeline);
    if (kind === 'unreadable') walker.count('unknown', content.length);
    const { events, skipped } = walker;
    files.push({ file, kind, bytes: content.length, events, skipped });
    recordings += walker.recordings.size;
    for (const [reason, bytes] of Object.entries(walker.opaque)) {
      // The keys are those of the record.
      const key = reason as keyof Opaque;
      opaque[key] = (opaque[key] ?? 0) + bytes;
    }
  };

  return {
    read,
    unreadable: (name) => {
      const file = shown(name, files.length);
      files.push({ file, kind: 'unreadable', bytes: 0, events: 0, skipped: 0 });
    },
    report: () => ({
      format: 'hushmap-autopsy',
      version: 1,
      files,
      ...timeline.report(),
      recordings,
      opaque,
    }),
  };
}

function readText(text: string, file: string, walker: Walker, timeline: Timeline): FileKind {
  const spot: Spot = {
    file,
    recording: file,
    window: '',
    time: null,
    channel: 'event',
    where: '',
    depth: 0,
  };
  const whole = parseJson(text);
  if (isHar(whole)) {
    readHar(whole, file, walker, timeline);
    return 'har';
  }
  if (whole !== undefined) walker.walk(whole, spot);
  else if (readLines(text, spot, walker) === 0) return 'unreadable';
  if (walker.isPostHog) return 'posthog';
  return walker.events > 0 ? 'rrweb' : 'json';
}

/** JSON lines. @returns how many were read. */
function readLines(text: string, spot: Spot, walker: Walker): number {
  let read = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (value === undefined) walker.skipped++;
    else {
      read++;
      walker.walk(value, spot);
    }
  }
  return read;
}

/** A file's name as it is, since it has to be found again, but for the values of people in it. */
function shown(name: string, index: number): string {
  // An ending would make a file of what is an address.
  const stem = name.replace(/(?:\.(?:json|jsonl|ndjson|har|gz))+$/i, '');
  const personal = recognise(stem).filter(({ pii }) => isPersonal(pii));
  if (personal.length === 0) return name;
  let text = name;
  for (const { start, end, pii } of personal.sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start)}‹${pii}›${text.slice(end)}`;
  }
  return `${text} (${index + 1})`;
}
