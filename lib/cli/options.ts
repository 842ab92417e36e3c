import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { RECORDER_IDS, type RecorderId } from '../protocol/recorders';
import { UsageError } from './usage-error';

export const FORMATS = ['json', 'jsonl', 'junit', 'html', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** How a page is opened. */
export interface PageOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly storageState: string | null;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Milliseconds for one page, everything in it. */
  readonly timeout: number;
}

/** The recorders that a page is judged by. */
export interface RecorderOptions {
  /** Null: those on the page. */
  readonly recorders: readonly RecorderId[] | null;
  /** Recorders beside these, whatever is on the page: a policy asks for them. */
  readonly also?: readonly RecorderId[];
  /** The vendor's own init options, by recorder; they replace what the page says. */
  readonly options: Readonly<Partial<Record<RecorderId, Readonly<Record<string, unknown>>>>>;
}

export interface AuditOptions extends RecorderOptions {
  readonly urls: readonly string[];
  readonly page: PageOptions;
  readonly format: Format;
  readonly out: string | null;
  readonly captures: string | null;
  readonly includeValues: boolean;
  readonly concurrency: number;
  readonly policy: string | null;
  readonly exceptions: string | null;
  readonly baseline: string | null;
}

export const PAGE_FLAGS = {
  header: { type: 'string', multiple: true },
  'storage-state': { type: 'string' },
  viewport: { type: 'string' },
  timeout: { type: 'string' },
  'recorder-options': { type: 'string' },
  policy: { type: 'string' },
  exceptions: { type: 'string' },
} as const;

/** @throws UsageError with a sentence that says what to type instead. */
export function readAuditOptions(args: readonly string[]): AuditOptions {
  const { values, positionals } = parse(args, {
    ...PAGE_FLAGS,
    list: { type: 'string' },
    recorder: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    captures: { type: 'string' },
    'include-values': { type: 'boolean' },
    concurrency: { type: 'string' },
    baseline: { type: 'string' },
  });
  const urls = [...positionals, ...(values.list ? listed(values.list) : [])].map(checkUrl);
  if (urls.length === 0) throw new UsageError('Give at least one address, or --list FILE.');
  if (values['include-values'] && !values.captures) {
    throw new UsageError(
      '--include-values belongs to --captures FILE; no other output has values.',
    );
  }
  return {
    urls: [...new Set(urls)],
    page: pageOptions(values),
    recorders: recorderNames(values.recorder ?? 'auto'),
    options: recorderOptions(values['recorder-options']),
    format: oneOf(FORMATS, values.format ?? 'json', '--format'),
    out: values.out ?? null,
    captures: values.captures ?? null,
    includeValues: values['include-values'] ?? false,
    concurrency: wholeNumber(values.concurrency ?? '2', '--concurrency', 16),
    policy: values.policy ?? null,
    exceptions: values.exceptions ?? null,
    baseline: values.baseline ?? null,
  };
}

export interface GateOptions {
  readonly file: string;
  readonly url: string;
  readonly page: PageOptions;
  readonly options: RecorderOptions['options'];
  readonly policy: string | null;
  readonly exceptions: string | null;
}

/** @throws UsageError */
export function readGateOptions(args: readonly string[]): GateOptions {
  const { values, positionals } = parse(args, { ...PAGE_FLAGS, url: { type: 'string' } });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new UsageError('Give one file: hushmap gate FILE --url U.');
  if (!values.url) throw new UsageError('Give the address of the page: --url U.');
  return {
    file,
    url: checkUrl(values.url),
    page: pageOptions(values),
    options: recorderOptions(values['recorder-options']),
    policy: values.policy ?? null,
    exceptions: values.exceptions ?? null,
  };
}

export interface AutopsyOptions {
  readonly paths: readonly string[];
  readonly format: 'json' | 'markdown';
  /** Where the list of affected recordings goes by itself. */
  readonly affected: string | null;
}

/** @throws UsageError */
export function readAutopsyOptions(args: readonly string[]): AutopsyOptions {
  const flags = { format: { type: 'string' }, affected: { type: 'string' } } as const;
  const { values, positionals } = parse(args, flags);
  if (positionals.length === 0) throw new UsageError('Give at least one file or folder.');
  return {
    paths: [...new Set(positionals)],
    format: oneOf(['json', 'markdown'] as const, values.format ?? 'json', '--format'),
    affected: values.affected ?? null,
  };
}

type Flags = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

export function parse<T extends NonNullable<Flags>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${reason.split('. ')[0]}. Try hushmap --help.`);
  }
}

export function pageOptions(values: {
  readonly header?: string[] | undefined;
  readonly 'storage-state'?: string | undefined;
  readonly viewport?: string | undefined;
  readonly timeout?: string | undefined;
}): PageOptions {
  return {
    headers: Object.fromEntries((values.header ?? []).map(header)),
    storageState: values['storage-state'] ?? null,
    viewport: viewport(values.viewport ?? '1280x800'),
    timeout: wholeNumber(values.timeout ?? '30', '--timeout', 3600) * 1000,
  };
}

function header(text: string): [string, string] {
  const parts = /^([!#$%&'*+.^_`|~\w-]+)=(.*)$/s.exec(text);
  if (!parts?.[1]) throw new UsageError('A header is written NAME=VALUE.');
  return [parts[1], parts[2] ?? ''];
}

function viewport(text: string): PageOptions['viewport'] {
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(text) ?? [];
  if (!width || !height) throw new UsageError('A viewport is written 1280x800.');
  return { width: Number(width), height: Number(height) };
}

export function wholeNumber(text: string, flag: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`${flag} takes a whole number from 1 to ${most}.`);
}

export function oneOf<T extends string>(known: readonly T[], text: string, flag: string): T {
  const found = known.find((one) => one === text);
  if (found) return found;
  throw new UsageError(`${flag} takes one of ${known.join(', ')}.`);
}

function recorderNames(text: string): readonly RecorderId[] | null {
  if (text === 'auto') return null;
  const names = text.split(',').filter(Boolean);
  return names.map((name) => oneOf(RECORDER_IDS, name, '--recorder'));
}

const OptionsSchema = v.record(v.picklist(RECORDER_IDS), v.record(v.string(), v.unknown()));

function recorderOptions(file: string | undefined): RecorderOptions['options'] {
  if (file === undefined) return {};
  const parsed = v.safeParse(OptionsSchema, readJson(file, '--recorder-options'));
  if (parsed.success) return parsed.output;
  throw new UsageError(
    `${file} is not of the form {"sentry": {the vendor's init options}}. Names are ${RECORDER_IDS.join(', ')}.`,
  );
}

/** @throws UsageError where the file is not there or is not JSON. */
export function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new UsageError(`${file} (${what}) ${why}.`);
  }
}

export function listed(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} (--list) cannot be read.`);
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

export function checkUrl(text: string): string {
  if (URL.canParse(text) && /^(https?|file):$/.test(new URL(text).protocol)) return text;
  throw new UsageError(`"${text.slice(0, 200)}" is no address of the web (http, https or file).`);
}
