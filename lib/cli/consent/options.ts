import { SCENARIO_IDS, type ScenarioId } from '../../protocol/walk/scenarios';
import {
  checkUrl,
  FORMATS,
  type Format,
  listed,
  oneOf,
  PAGE_FLAGS,
  type PageOptions,
  pageOptions,
  parse,
  wholeNumber,
} from '../options';
import { UsageError } from '../usage-error';
import { type Brought, readBrought } from './brought';

/** How the paths of a page are walked. */
export interface WalkOptions {
  /** Null: all of them. */
  readonly scenarios: readonly ScenarioId[] | null;
  /** Address of the second page; null: a link of the first one. */
  readonly second: string | null;
  readonly proxy: string | null;
  /** Where the traffic leaves from, as its operator says. */
  readonly country: string;
  readonly locale: string;
  readonly timezone: string;
  /** Milliseconds. */
  readonly waits: { readonly banner: number; readonly before: number; readonly after: number };
  readonly pictures: boolean;
  /** What every visit begins with. */
  readonly brought: Brought;
  /** Paths that are walked at the same time. */
  readonly concurrency: number;
}

export interface WalkRequest extends WalkOptions {
  readonly url: string;
  readonly page: PageOptions;
}

export interface ConsentOptions extends WalkOptions {
  readonly urls: readonly string[];
  readonly page: PageOptions;
  readonly format: Format;
  readonly out: string | null;
  readonly bundle: string | null;
  readonly key: string | null;
  readonly operator: string;
  readonly policy: string | null;
  readonly exceptions: string | null;
}

/** @throws UsageError */
export function readConsentOptions(args: readonly string[]): ConsentOptions {
  const { values, positionals } = parse(args, {
    ...PAGE_FLAGS,
    list: { type: 'string' },
    scenario: { type: 'string' },
    second: { type: 'string' },
    proxy: { type: 'string' },
    country: { type: 'string' },
    locale: { type: 'string' },
    timezone: { type: 'string' },
    'wait-banner': { type: 'string' },
    wait: { type: 'string' },
    concurrency: { type: 'string' },
    'no-pictures': { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    bundle: { type: 'string' },
    key: { type: 'string' },
    operator: { type: 'string' },
  });
  const urls = [...positionals, ...(values.list ? listed(values.list) : [])].map(checkUrl);
  if (urls.length === 0) throw new UsageError('Give at least one address, or --list FILE.');
  if (values.key !== undefined && values.bundle === undefined) {
    throw new UsageError('--key signs a bundle: add --bundle.');
  }
  const wait = 1_000 * wholeNumber(values.wait ?? '5', '--wait', 120);
  const banner = 1_000 * wholeNumber(values['wait-banner'] ?? '12', '--wait-banner', 120);
  return {
    urls: [...new Set(urls)],
    page: pageOptions(values),
    scenarios: scenarioNames(values.scenario),
    second: values.second === undefined ? null : checkUrl(values.second),
    proxy: values.proxy ?? null,
    country: (values.country ?? '').slice(0, 60),
    locale: values.locale ?? '',
    timezone: values.timezone ?? '',
    waits: { banner, before: wait, after: wait },
    brought: readBrought(values['storage-state'] ?? null),
    pictures: values['no-pictures'] !== true,
    concurrency: wholeNumber(values.concurrency ?? '3', '--concurrency', 8),
    format: oneOf(FORMATS, values.format ?? 'json', '--format'),
    out: values.out ?? null,
    bundle: values.bundle ?? null,
    key: values.key ?? null,
    operator: (values.operator ?? '').slice(0, 120),
    policy: values.policy ?? null,
    exceptions: values.exceptions ?? null,
  };
}

function scenarioNames(text: string | undefined): readonly ScenarioId[] | null {
  if (text === undefined) return null;
  return text.split(',').map((name) => oneOf(SCENARIO_IDS, name.trim(), '--scenario'));
}
