import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { PII_CLASSES } from '../../../lib/protocol/pii-classes';
import { CHANNELS } from '../../../lib/protocol/recorders';

/** `default`: with planted defects. `clean`: under `/clean`, every one of them mended. */
export const VARIANTS = ['default', 'clean'] as const;
export type Variant = (typeof VARIANTS)[number];

export const PAGES = ['/', '/pricing', '/sign-up', '/payment', '/chat', '/settings'] as const;
export type ParleyPage = (typeof PAGES)[number];

const Captured = v.picklist(['plain', 'masked', 'length-only', 'absent']);
const Values = v.pipe(v.array(v.string()), v.minLength(1));

const PlantedSchema = v.strictObject({
  id: v.string(),
  page: v.picklist(PAGES),
  /** Selector of the frame that it is in; empty: the page itself. */
  frame: v.string(),
  /** ` >>> ` goes into a shadow root. Each value is in one of the elements that it matches. */
  selector: v.string(),
  channel: v.picklist(CHANNELS),
  attribute: v.string(),
  pii: v.picklist(PII_CLASSES),
  /** Canaries: each is found nowhere else unless under the same capture. */
  values: Values,
  /** `type` and `file`: the page starts without it, and a visitor enters it. */
  put: v.picklist(['page', 'type', 'file']),
  /** What posthog-js takes of it. */
  capture: Captured,
  /** The same under `/clean`; `removed`: it is not on the page any more. */
  clean: v.picklist(['plain', 'masked', 'length-only', 'absent', 'removed']),
  /** False: too short to be searched for in a payload. */
  grep: v.optional(v.boolean(), true),
  note: v.optional(v.string()),
});

const ExpectedSchema = v.strictObject({
  format: v.literal('parley-expected'),
  version: v.literal(1),
  recorder: v.literal('posthog'),
  values: v.array(PlantedSchema),
  /** Looks personal and is not: must never be reported. */
  decoys: v.array(
    v.strictObject({
      page: v.picklist(PAGES),
      frame: v.string(),
      selector: v.string(),
      channel: v.picklist(CHANNELS),
      attribute: v.string(),
      values: Values,
      why: v.string(),
    }),
  ),
  consent: v.array(
    v.strictObject({
      id: v.string(),
      variant: v.picklist(VARIANTS),
      fails: v.boolean(),
      what: v.string(),
    }),
  ),
});

/** A planted value as one variant of the site shows it. */
export interface Planted extends Omit<v.InferOutput<typeof PlantedSchema>, 'clean'> {
  /** Path with which the page is loaded, its query included. */
  readonly path: string;
}

const file = join(dirname(fileURLToPath(import.meta.url)), 'expected.json');

export const expected = v.parse(ExpectedSchema, JSON.parse(readFileSync(file, 'utf8')));

/** What a scan and a recording of this variant must find. */
export function plantedIn(variant: Variant): Planted[] {
  return expected.values.flatMap(({ clean, ...entry }) => {
    const capture = variant === 'clean' ? clean : entry.capture;
    return capture === 'removed' ? [] : [{ ...entry, capture, path: pathOf(entry.page, variant) }];
  });
}

/** Where a page is loaded from; the sign-up of the default variant carries an address in its query. */
export function pathOf(page: ParleyPage, variant: Variant): string {
  if (variant === 'clean') return `/clean${page}`;
  return page === '/sign-up' ? `/sign-up?email=${plantedValue('signup-url')}` : page;
}

/** The canaries of one entry, by its id. */
export function plantedValues(id: string): readonly string[] {
  const entry = expected.values.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`expected.json has no entry "${id}".`);
  return entry.values;
}

export const plantedValue = (id: string): string => plantedValues(id)[0] ?? '';
