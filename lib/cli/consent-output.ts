import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../core/translator';
import { toBase64 } from '../report/bundle/bytes';
import { makeBundle, picturePath } from '../report/bundle/make';
import { safeName } from '../report/bundle/names';
import type { Sign } from '../report/bundle/signature';
import { type ConsentFile, type ConsentResult, toConsentFile } from '../report/consent-file';
import { consentReport } from '../report/formats/consent';
import type { PictureSource } from '../report/formats/consent-html';
import { type HarRequest, toHar } from '../report/har';
import { writeBytes } from './bundle-file';
import type { Format } from './options';
import { UsageError } from './usage-error';
import { VERSION } from './version';

/** What a consent audit hands over to be written. */
export interface ConsentOutput extends Omit<ConsentResult, 'toolVersion'> {
  /**
   * PNG by the name that the walk's steps and clicks use: lower-case letters, digits and `._-`. Private text is painted over before a
   * picture is taken: nobody looks into them here.
   */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Requests as they were, by a name such as `reject-0`; they are redacted here. */
  readonly hars: ReadonlyMap<string, readonly HarRequest[]>;
}

export interface ConsentOutputOptions {
  readonly format: Format;
  /** Folder for `consent.json` and `report.…`; null: the report goes to stdout. */
  readonly out: string | null;
  /** File of the bundle; null: none is made. */
  readonly bundle: string | null;
  /** Signs the bundle; null: nobody does. */
  readonly sign: Sign | null;
}

/**
 * Writes what a consent audit leaves behind: the report, and a bundle where one is wanted.
 *
 * @returns the consent file, so that the caller can tell its exit code.
 * @throws UsageError where something cannot be written.
 */
export async function writeConsentOutput(
  output: ConsentOutput,
  { format, out, bundle, sign }: ConsentOutputOptions,
): Promise<ConsentFile> {
  const consent = toConsentFile({ ...output, toolVersion: VERSION }, createTranslator());
  const pictures = pictureSource(output.pictures);
  const report = consentReport(consent, format, pictures);
  const made = bundle === null ? null : await bundleOf(output, consent, pictures, sign);
  if (out === null) process.stdout.write(report.text);
  else writeReports(out, consent, format === 'json' ? null : report);
  if (bundle !== null && made !== null) writeBytes(bundle, made);
  return consent;
}

/** Made before anything is written: a bundle that can't be made leaves nothing half done. */
const bundleOf = (
  { walk, hars, pictures }: ConsentOutput,
  consent: ConsentFile,
  source: PictureSource,
  sign: Sign | null,
): Promise<Uint8Array> =>
  makeBundle({
    consent,
    walk,
    hars: new Map([...hars].map(([name, requests]) => [safeName(name), toHar(requests, VERSION)])),
    pictures,
    html: consentReport(consent, 'html', source).text,
    created: Date.now(),
    sign,
  });

function writeReports(
  out: string,
  consent: ConsentFile,
  report: { readonly extension: string; readonly text: string } | null,
): void {
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'consent.json'), `${JSON.stringify(consent, null, 2)}\n`);
    if (report) writeFileSync(join(out, `report.${report.extension}`), report.text);
  } catch {
    throw new UsageError(`${out} (--out) cannot be written.`);
  }
}

/** Bytes of pictures that a report holds; the others are in the bundle, under the name that it gives. */
const MOST_PICTURES = 32 * 1024 * 1024;

function pictureSource(pictures: ReadonlyMap<string, Uint8Array>): PictureSource {
  const sources = new Map<string, string>();
  let total = 0;
  for (const [name, bytes] of pictures) {
    total += bytes.length;
    if (total > MOST_PICTURES) break;
    sources.set(picturePath(name), `data:image/png;base64,${toBase64(bytes)}`);
  }
  return (name) => sources.get(picturePath(name)) ?? null;
}
