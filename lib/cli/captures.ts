import * as v from 'valibot';
import { recognise } from '../pii';
import type { FrameEvidence } from '../protocol/evidence';
import { PII_CLASSES, type PiiClass } from '../protocol/pii-classes';
import {
  type Capture,
  CaptureSchema,
  type Channel,
  ChannelSchema,
  type RecorderId,
  RecorderIdSchema,
  type RecorderState,
} from '../protocol/recorders';
import { judgeAt } from '../recorders/judge';
import { redactSelector } from '../report/redact-selector';
import type { FrameWorld } from './world';

/** A line of `--captures`: what one recorder would take of one value. */
export interface CaptureRow {
  /** Redacted. */
  readonly url: string;
  /** As it is; written instead of `url` where values were asked for. */
  readonly address: string;
  readonly frame: number;
  readonly selector: string;
  readonly channel: Channel;
  readonly attribute: string;
  readonly pii: PiiClass | null;
  readonly recorder: RecorderId;
  readonly capture: Capture;
  /** Raw: written only where it was asked for. */
  readonly value: string;
}

/** Values of one message and their characters: a page of a million values comes in parts. */
const AT_ONCE = { lines: 2_000, characters: 1_000_000 } as const;

const LinesSchema = v.array(
  v.object({
    selector: v.string(),
    channel: ChannelSchema,
    attribute: v.string(),
    pii: v.nullable(v.picklist(PII_CLASSES)),
    value: v.string(),
    captures: v.array(v.object({ recorder: RecorderIdSchema, capture: CaptureSchema })),
  }),
);

/** Reads the list of a frame that was scanned with captures, part by part. */
export async function readCaptures(
  world: FrameWorld,
  frame: FrameEvidence,
  /** What a recorder sees of this frame, of what it would take in one of the page's own origin. */
  reach: ReadonlyMap<RecorderId, boolean | null>,
  take: (rows: readonly CaptureRow[]) => void,
): Promise<void> {
  const address = v.parse(v.string(), await world.evaluate('location.href'));
  const place = { url: frame.url, address, frame: frame.frameId };
  const next = `hushmap.takeCaptures(${AT_ONCE.lines}, ${AT_ONCE.characters})`;
  for (;;) {
    const lines = v.parse(LinesSchema, await world.evaluate(next));
    if (lines.length === 0) return;
    take(
      lines.flatMap(({ captures, selector, ...line }) =>
        captures.map(({ recorder, capture }) => ({
          ...place,
          ...line,
          selector: redactSelector(selector),
          recorder,
          capture: reached(capture, reach.get(recorder)),
        })),
      ),
    );
  }
}

/** Of a frame that a recorder does not see into nothing is taken; where that can't be told, nor can this. */
function reached(capture: Capture, reaches: boolean | null | undefined): Capture {
  if (reaches === true) return capture;
  return reaches === false ? 'absent' : 'unknown';
}

/** What the page wrote to its console, which no scan of a document can see. */
export function consoleRows(
  frame: FrameEvidence,
  address: string,
  lines: readonly string[],
  recorders: readonly RecorderState[],
): CaptureRow[] {
  const place = { url: frame.url, address, frame: 0, selector: ':root', attribute: '' };
  return lines.flatMap((value) =>
    recorders.map((state) => ({
      ...place,
      channel: 'console' as const,
      pii: recognise(value)[0]?.pii ?? null,
      recorder: state.id,
      capture: judgeAt(state).capture('console', undefined, { whole: value, part: value }).capture,
      value,
    })),
  );
}
