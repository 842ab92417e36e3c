import type { Exception } from '../protocol/exceptions';
import type { Finding } from '../protocol/findings';

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
  if (isExpired(exception, now)) return 'expired';
  const { owner, approvedBy = '' } = exception;
  return needsSecondName(finding) && !isSecondName(approvedBy, owner) ? 'needs-second-name' : null;
}

/** Whether its last day is over; a day that is in no calendar never began. */
export const isExpired = ({ expires }: Pick<Exception, 'expires'>, now: number): boolean =>
  !(now <= Date.parse(`${expires}T23:59:59.999Z`));

/** Whether one person alone may not except a finding. */
export const needsSecondName = ({ severity }: Finding): boolean => severity === 'critical';

/** Whether a name is that of somebody else than the owner. */
export const isSecondName = (name: string, owner: string): boolean =>
  name.trim() !== '' && name.trim().toLowerCase() !== owner.trim().toLowerCase();

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
