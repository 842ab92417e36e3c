import type { AuditFile } from '../report/audit-file';
import { openFindings } from '../report/formats';
import { readAudits } from './audit-files';

/** Open findings of an earlier run, by page: what was known then fails nobody now. */
export interface Baseline {
  /** Findings that are new, or worse than they were. */
  newOrWorse(audit: AuditFile): AuditFile['findings'];
}

/** Reads an `audit.json`, an `index.json`, or the folder that holds one. @throws UsageError */
export function readBaseline(path: string): Baseline {
  const known = new Map<string, Map<string, string>>();
  for (const audit of readAudits(path, '--baseline')) {
    known.set(audit.url, new Map(openFindings(audit).map(({ id, outcome }) => [id, outcome])));
  }
  return {
    newOrWorse: (audit) => {
      const before = known.get(audit.url);
      return openFindings(audit).filter(({ id, outcome }) => {
        const then = before?.get(id);
        return then === undefined || (then === 'needs-review' && outcome === 'fail');
      });
    },
  };
}
