import type { ConsentFile } from '../consent-file-schema';
import { consentHtml, type PictureSource } from './consent-html';
import { consentMarkdown } from './consent-markdown';
import type { Judged, ReportFormat } from './contract';
import type { FormatName } from './index';
import { jsonl } from './jsonl';
import { junit } from './junit';

export interface ConsentReport {
  /** Of a file that holds it, without the dot. */
  readonly extension: string;
  readonly text: string;
}

/** A consent file in one of the formats that an audit can have. */
export function consentReport(
  file: ConsentFile,
  format: FormatName,
  pictures: PictureSource,
): ConsentReport {
  switch (format) {
    case 'json':
      return { extension: 'json', text: `${JSON.stringify(file, null, 2)}\n` };
    case 'html':
      return { extension: 'html', text: consentHtml(file, pictures) };
    case 'markdown':
      return { extension: 'md', text: consentMarkdown(file) };
    default:
      return asPage({ jsonl, junit }[format], file);
  }
}

const asPage = (format: ReportFormat<Judged>, file: ConsentFile): ConsentReport => ({
  extension: format.extension,
  text: `${format.head(1)}${format.page({ url: file.url, audit: file, reason: '' }, 0)}${format.tail()}`,
});
