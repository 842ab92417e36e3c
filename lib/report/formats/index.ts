import type { ReportFormat } from './contract';
import { html } from './html';
import { json } from './json';
import { jsonl } from './jsonl';
import { junit } from './junit';
import { markdown } from './markdown';

export { openFindings, type PageReport, type ReportFormat } from './contract';

export type FormatName = 'json' | 'jsonl' | 'junit' | 'html' | 'markdown';

/** How a run of so many pages is written. */
export function formatOf(name: FormatName, pages: number): ReportFormat {
  return name === 'json' ? json(pages === 1) : { jsonl, junit, html, markdown }[name];
}
