import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../../protocol/common';
import {
  CallSchema,
  RecorderStartSchema,
  RequestSchema,
  SignalSchema,
  StorageSchema,
} from '../../protocol/timeline';
import { MAX_ANSWER } from './handshake';

/**
 * What the probe hands out. It comes from the page's world, so it is read as if the page had written
 * it: bounded, and only the kinds of events that the probe makes.
 */
export const ProbeLogSchema = v.object({
  /** Milliseconds since the epoch. */
  startedAt: FiniteSchema,
  fromStart: v.boolean(),
  dropped: CountSchema,
  /** The consent platform's id in the TCF's list; 0: none. */
  tcfCmpId: CountSchema,
  /** What the page's own configuration says in its purpose panel; it never leaves the frame. */
  panelText: v.pipe(v.string(), v.maxLength(25_000)),
  events: v.pipe(
    v.array(
      v.variant('kind', [
        RequestSchema,
        StorageSchema,
        RecorderStartSchema,
        SignalSchema,
        CallSchema,
      ]),
    ),
    v.maxLength(5_000),
  ),
});

export type ProbeLog = v.InferOutput<typeof ProbeLogSchema>;

/** The probe's answer, or null for what is no answer of a probe. */
export function parseProbeLog(json: string): ProbeLog | null {
  if (json.length > MAX_ANSWER) return null;
  try {
    const parsed = v.safeParse(ProbeLogSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
