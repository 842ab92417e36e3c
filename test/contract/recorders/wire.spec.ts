import { expect, test } from 'playwright/test';
import type { WireReport } from '../../../lib/wire/contract';
import { findCanaries } from '../../../lib/wire/match';
import { record, type Setup } from './harness';
import type { Row } from './in-page/survey';
import { titleOf } from './setups';
import { CONTROL, canaries, shams, TYPED, WIRE_PAGE } from './wire-page';

type Given = Omit<Setup, 'during' | 'shape'>;

/** Every recorder with its defaults, with options that open as much as it lets, and compressed where that is an option. */
const SETUPS: readonly Given[] = [
  { recorder: 'rrweb', options: '{}' },
  { recorder: 'rrweb', options: '{ maskAllInputs: true }' },
  { recorder: 'rrweb', options: '{ maskInputOptions: { password: false } }' },
  { recorder: 'posthog', options: '{}' },
  { recorder: 'posthog', options: '{ maskAllInputs: false }' },
  { recorder: 'sentry', options: '{}' },
  {
    recorder: 'sentry',
    options: '{ maskAllText: false, maskAllInputs: false, maskAttributes: [] }',
  },
  {
    recorder: 'sentry',
    options: '{ maskAllText: false, maskAllInputs: false, useCompression: true }',
  },
  ...[6, 7].flatMap((major): Given[] => [
    { recorder: 'datadog', major, options: '{}' },
    { recorder: 'datadog', major, options: `{ defaultPrivacyLevel: 'allow' }` },
  ]),
  { recorder: 'clarity', options: '{}' },
  { recorder: 'clarity', options: `{ unmask: ['body'] }` },
  { recorder: 'amplitude', options: '{}' },
  { recorder: 'amplitude', options: `{ privacyConfig: { defaultMaskLevel: 'light' } }` },
  {
    recorder: 'amplitude',
    options: `{ privacyConfig: { defaultMaskLevel: 'light' }, enableTransportCompression: true }`,
  },
  { recorder: 'mixpanel', options: '{}' },
  {
    recorder: 'mixpanel',
    options: '{ record_mask_all_text: false, record_mask_all_inputs: false }',
  },
  { recorder: 'openreplay', options: '{}' },
  {
    recorder: 'openreplay',
    options: '{ defaultInputMode: 0, obscureInputEmails: false, obscureInputNumbers: false }',
  },
  {
    recorder: 'openreplay',
    options: '{ defaultInputMode: 0 }',
    project: { compressionThreshold: 1 },
  },
  { recorder: 'highlight', options: '{}' },
  { recorder: 'highlight', options: `{ privacySetting: 'none' }` },
  { recorder: 'launchdarkly', options: '{}' },
  { recorder: 'launchdarkly', options: `{ privacySetting: 'none' }` },
  { recorder: 'newrelic', options: '{}' },
  { recorder: 'newrelic', options: '{ mask_all_inputs: false, mask_text_selector: null }' },
];

/** Bytes that nobody reads are called so: OpenReplay's messages put numbers between their texts. */
const OPAQUE: Readonly<Record<string, readonly string[]>> = { openreplay: ['unknown'] };

for (const setup of SETUPS) {
  test(`the wire agrees with the rules for ${titleOf(setup)}`, async ({ page }) => {
    const { rows, sent } = await record(page, WIRE_PAGE, {
      ...setup,
      shape: 'letters',
      during: TYPED,
    });
    const report = findCanaries({ canaries: [...canaries, CONTROL], shams }, sent);
    expect(report.void).toBeNull();
    const { field: control } = CONTROL;
    expect(report.hits).toContainEqual(expect.objectContaining({ field: control, place: 'body' }));
    expect([...new Set(report.opaque.map(({ kind }) => kind))]).toEqual(
      OPAQUE[setup.recorder] ?? [],
    );
    const found = canaries.map(({ field }) => [field, foundOf(report, field)]);
    const predicted = canaries.map(({ field, value }) => [field, predictedOf(rows, value)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(predicted));
  });
}

const foundOf = ({ hits }: WireReport, field: string): string =>
  hits.some((hit) => hit.field === field) ? 'plain' : 'covered';

const COVERED: ReadonlySet<string> = new Set(['masked', 'length-only', 'absent']);
const CHANNELS: ReadonlySet<string> = new Set(['value', 'text', 'title']);

/** `unknown` agrees with nothing, and neither does a value that the rules were not asked about. */
function predictedOf(rows: readonly Row[], value: string): string {
  const row = rows.find((one) => CHANNELS.has(one.channel) && one.value.endsWith(value));
  if (!row) return 'never asked';
  return COVERED.has(row.predicted) ? 'covered' : row.predicted;
}
