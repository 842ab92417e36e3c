import * as v from 'valibot';
import type { Finding } from '../protocol/findings';
import { PII_CLASSES } from '../protocol/pii-classes';
import { CHANNELS } from '../protocol/recorders';

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** One finding that a team has accepted, with its reason, its owner and its end. */
export const ExceptionSchema = v.strictObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  /** Address of the pages that it holds for, `*` for any run of characters. */
  page: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  /** The finding's template, channel and class: all that are given must be equal. */
  field: v.strictObject({
    template: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
    channel: v.optional(v.picklist(CHANNELS)),
    class: v.optional(v.picklist(PII_CLASSES)),
  }),
  recorder: v.optional(Name),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  owner: Name,
  /** The last day on which it holds, `2027-01-31`, UTC. */
  expires: v.pipe(v.string(), v.isoDate()),
  /** A second person; without one an exception for a critical class does not hold. */
  approvedBy: v.optional(Name),
});

export type Exception = v.InferOutput<typeof ExceptionSchema>;

/** `hushmap.exceptions.json`: shared by the panel and the command line. */
export const ExceptionsFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal('hushmap-exceptions'),
  version: v.literal(1),
  exceptions: v.pipe(v.array(ExceptionSchema), v.maxLength(1000)),
});

/** Why an exception that fits a finding does not hold for it. */
export type Void = 'expired' | 'needs-second-name';

export interface Excepted {
  readonly exception: Exception;
  /** Null: it holds. */
  readonly because: Void | null;
}

/**
 * The exception that fits a finding: one that holds, else one that no longer does. Null: none fits.
 * Findings about the audit itself (coverage) can't be excepted: what was not seen stays unseen.
 */
export function exceptionFor(
  finding: Finding,
  url: string,
  exceptions: readonly Exception[],
  now: number,
): Excepted | null {
  if (finding.half === 'coverage' || finding.outcome === 'pass') return null;
  const fitting = exceptions.filter((exception) => fits(exception, finding, url));
  const judged = fitting.map((exception) => ({
    exception,
    because: voidBecause(exception, finding, now),
  }));
  return judged.find(({ because }) => because === null) ?? judged[0] ?? null;
}

function fits({ rule, page, field, recorder }: Exception, finding: Finding, url: string): boolean {
  return (
    rule === finding.rule &&
    field.template === finding.template &&
    (field.channel === undefined || field.channel === finding.channel) &&
    (field.class === undefined || field.class === finding.pii?.class) &&
    (recorder === undefined || recorder === finding.recorder) &&
    matchesPattern(page, url)
  );
}

function voidBecause(exception: Exception, finding: Finding, now: number): Void | null {
  const end = Date.parse(`${exception.expires}T23:59:59.999Z`);
  if (!(now <= end)) return 'expired';
  const { owner, approvedBy } = exception;
  const hasSecond = approvedBy !== undefined && approvedBy.toLowerCase() !== owner.toLowerCase();
  return finding.severity === 'critical' && !hasSecond ? 'needs-second-name' : null;
}

/** `*` stands for any run of characters. Walks the parts, so that no pattern can take long. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
