import * as v from 'valibot';
import { MarkSchema } from './mark';
import { entry, heard, nothing } from './message-entry';
import { ScanRequestSchema } from './scan-request';

/**
 * What the scanner in a page hears and says. It parses what it is asked, and whoever asks parses the
 * answer, so the schemas of answers stay out of its script.
 */
export const SCANNER_REQUESTS = {
  'scanner.changed': entry('page', nothing, nothing),
  'scanner.scan': heard('background', ScanRequestSchema),
  'scanner.mark': heard(
    'background',
    v.object({ scan: ScanRequestSchema, marks: v.pipe(v.array(MarkSchema), v.maxLength(5_000)) }),
  ),
  'scanner.unmark': heard('background', nothing),
  'scanner.stop': heard('background', nothing),
  'scanner.highlight': heard(
    'background',
    v.object({ selector: v.nullable(v.pipe(v.string(), v.maxLength(1000))) }),
  ),
} as const;

/** What the probe's relay hears. */
export const RELAY_REQUESTS = { 'scanner.timeline': heard('background', nothing) } as const;
