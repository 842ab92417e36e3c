import * as v from 'valibot';
import { CountSchema } from './common';
import { FrameEvidenceSchema } from './evidence';
import { answered, nothing } from './message-entry';
import { RELAY_REQUESTS, SCANNER_REQUESTS } from './scanner-requests';
import { TimelineSchema } from './timeline';

/** What the background asks our scripts in a page, with the answers that it takes from them. */
export const SCANNER_MESSAGES = {
  'scanner.changed': SCANNER_REQUESTS['scanner.changed'],
  'scanner.scan': answered(SCANNER_REQUESTS['scanner.scan'], FrameEvidenceSchema),
  /** A scan, and marks on what it has seen; the evidence is of the page without them. */
  'scanner.mark': answered(
    SCANNER_REQUESTS['scanner.mark'],
    v.object({ evidence: FrameEvidenceSchema, elements: CountSchema }),
  ),
  'scanner.unmark': answered(SCANNER_REQUESTS['scanner.unmark'], nothing),
  'scanner.stop': answered(SCANNER_REQUESTS['scanner.stop'], nothing),
  'scanner.highlight': answered(SCANNER_REQUESTS['scanner.highlight'], nothing),
  'scanner.timeline': answered(RELAY_REQUESTS['scanner.timeline'], v.nullable(TimelineSchema)),
} as const;
