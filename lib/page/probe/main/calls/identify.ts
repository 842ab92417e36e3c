import type { RecorderId } from '../../../../protocol/recorders';
import { globalsOf } from '../../globals-of';
import { dictionary, isArray, mapGet, mapSet, now, ownValue } from '../natives';
import { eachItem, find, isObject } from '../signals/read';
import { tapFunction } from '../tap-function';
import type { Tape } from '../tape';
import type { Witness } from '../wrap';
import { type Named, namedBy, namedByTraits } from './named';
import { type Call, TOOLS, type Tool } from './tools';

/**
 * Notes the calls by which a page names a person to an analytics tool: which tool, and whether by an
 * email address, by traits such as a name or a phone number, or by an id. No value is kept, nor the
 * names of the traits. What was queued by a snippet before the tool came is heard when the snippet is
 * found.
 */
export function watchIdentify(win: Window, note: NoteNamed): () => void {
  const globals = globalsOf(win);
  const taps = tapsOf(note);
  const met = new WeakMap<object, unknown>();
  return () => {
    for (let i = 0; i < taps.length; i++) {
      const tap = taps[i];
      if (tap !== undefined) quietly(() => tap.look(globals, met));
    }
  };
}

/** Notes who was told, by which call, and how somebody was named. */
export type NoteNamed = (recorder: RecorderId | null, by: string, named: Named) => void;

/** Writes on the tape; the same way of naming again and again is one event, and some more later. */
export function noteNamed(tape: Tape): NoteNamed {
  const last = dictionary<number>();
  const counts = dictionary<number>();
  const write = (recorder: RecorderId | null, by: string, detail: string): void => {
    const t = now();
    const key = `${by} ${detail}`;
    const count = counts[key] ?? 0;
    if (count >= MAX_SAME || t - (last[key] ?? 0) < SAME_MS) return;
    counts[key] = count + 1;
    last[key] = t;
    tape.rare('call', t, { what: 'identify', recorder, detail, by });
  };
  return (recorder, by, { email, traits, id }) => {
    if (email) write(recorder, by, 'email-as-id');
    if (traits) write(recorder, by, 'traits');
    if (id && !email && !traits) write(recorder, by, 'id');
  };
}

const MAX_SAME = 5;
/** A real tool replays what its stub had queued. */
const SAME_MS = 3_000;

interface Tap {
  look(globals: Readonly<Record<string, unknown>>, met: WeakMap<object, unknown>): void;
}

function tapsOf(note: NoteNamed): Tap[] {
  const taps: Tap[] = [];
  for (let i = 0; i < TOOLS.length; i++) {
    const tool = TOOLS[i];
    // Filled before any script of the page runs.
    if (tool !== undefined) taps.push(tapOf(tool, note));
  }
  return taps;
}

function tapOf(tool: Tool, note: NoteNamed): Tap {
  const { global, recorder } = tool;
  const tell = (call: Call, args: unknown, from: number): void => {
    const named = call.takes === 'id' ? namedBy(args, from) : namedByTraits(args, from);
    note(recorder, `${global}.${call.name}`, named);
  };
  const hearCommand = (args: unknown, from: number): void => {
    const name = ownValue(args, from);
    for (let i = 0; i < tool.calls.length; i++) {
      const call = tool.calls[i];
      if (call !== undefined && call.name === name) tell(call, args, from + 1);
    }
  };
  const command: Witness = (_, args) => hearCommand(args, 0);
  const witnesses: Witness[] = [];
  for (let i = 0; i < tool.calls.length; i++) {
    const call = tool.calls[i];
    if (call !== undefined) witnesses.push((_, args) => tell(call, args, 0));
  }

  return {
    look(globals, met) {
      const api = ownValue(globals, global);
      if (!isObject(api)) return;
      if (mapGet(met, api) === undefined) {
        mapSet(met, api, true);
        eachItem(queueOf(api), (entry) => hearQueued(entry, hearCommand));
      }
      if (typeof api === 'function') tapFunction(globals, global, command);
      for (let i = 0; i < tool.calls.length; i++) {
        const call = tool.calls[i];
        const witness = witnesses[i];
        if (call === undefined || witness === undefined) continue;
        const holder = call.within === undefined ? api : find(api, call.within);
        tapFunction(holder, call.method ?? call.name, witness);
      }
      // The stub's queue was heard; what stands in its place now has the same one.
      const tapped = ownValue(globals, global);
      if (isObject(tapped)) mapSet(met, tapped, true);
    },
  };
}

/** Snippets queue on the stub itself, where that is a list, or under `q` or `_q`. */
const queueOf = (api: object): unknown =>
  isArray(api) ? api : (ownValue(api, 'q') ?? ownValue(api, '_q'));

/** `['identify', id]`, or Amplitude's `{ name: 'setUserId', args: [id] }`. */
function hearQueued(entry: unknown, hear: (args: unknown, from: number) => void): void {
  const name = ownValue(entry, 'name');
  if (typeof name !== 'string') {
    hear(entry, 0);
    return;
  }
  const args = ownValue(entry, 'args');
  hear({ 0: name, 1: ownValue(args, 0), 2: ownValue(args, 1) }, 0);
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Evidence is lost, the page is not.
  }
}
