import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { type AuditFile, AuditFileSchema } from '../report/audit-file';
import { openFindings } from '../report/formats';
import { IndexSchema } from './index-file';
import { readJson } from './options';
import { UsageError } from './usage-error';

/** Open findings of an earlier run, by page: what was known then fails nobody now. */
export interface Baseline {
  /** Findings that are new, or worse than they were. */
  newOrWorse(audit: AuditFile): AuditFile['findings'];
}

/** Reads an `audit.json`, an `index.json`, or the folder that holds one. @throws UsageError */
export function readBaseline(path: string): Baseline {
  const file = existsSync(path) && statSync(path).isDirectory() ? inFolder(path) : path;
  const known = new Map<string, Map<string, string>>();
  for (const audit of auditsOf(file)) {
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

function inFolder(folder: string): string {
  const index = join(folder, 'index.json');
  return existsSync(index) ? index : join(folder, 'audit.json');
}

function auditsOf(file: string): AuditFile[] {
  const content = readJson(file, '--baseline');
  const index = v.safeParse(IndexSchema, content);
  if (index.success) {
    const folders = index.output.pages.flatMap(({ folder }) => (folder ? [folder] : []));
    return folders.map((folder) => {
      const path = join(dirname(file), folder, 'audit.json');
      return parse(readJson(path, '--baseline'), path);
    });
  }
  return [parse(content, file)];
}

function parse(content: unknown, path: string): AuditFile {
  const audit = v.safeParse(AuditFileSchema, content);
  if (audit.success) return audit.output;
  throw new UsageError(`${path} (--baseline) is no audit of this version of hushmap.`);
}
