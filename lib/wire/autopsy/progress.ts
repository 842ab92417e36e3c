import type { AutopsyReport } from './report-schema';

/** Where an autopsy stands, as a person sees it. */
export type AutopsyState =
  | { readonly at: 'empty' }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'report'; readonly report: AutopsyReport }
  | { readonly at: 'failed' };

/** A file to read, by the name that it is told under: with the folders that it was chosen with. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}
