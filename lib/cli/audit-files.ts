import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { type AuditFile, AuditFileSchema } from '../report/audit-file';
import { IndexSchema } from './index-file';
import { readJson } from './options';
import { UsageError } from './usage-error';

/** Reads an `audit.json`, an `index.json`, or the folder that holds one. @throws UsageError */
export function readAudits(path: string, what: string): AuditFile[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  return auditsOf(isFolder ? inFolder(path) : path, what);
}

function inFolder(folder: string): string {
  const index = join(folder, 'index.json');
  return existsSync(index) ? index : join(folder, 'audit.json');
}

function auditsOf(file: string, what: string): AuditFile[] {
  const content = readJson(file, what);
  const index = v.safeParse(IndexSchema, content);
  if (index.success) {
    const folders = index.output.pages.flatMap(({ folder }) => (folder ? [folder] : []));
    return folders.map((folder) => {
      const path = join(dirname(file), folder, 'audit.json');
      return parse(readJson(path, what), path);
    });
  }
  return [parse(content, file)];
}

function parse(content: unknown, path: string): AuditFile {
  const audit = v.safeParse(AuditFileSchema, content);
  if (audit.success) return audit.output;
  throw new UsageError(`${path} (--baseline) is no audit of this version of hushmap.`);
}
