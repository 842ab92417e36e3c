import { expect, test } from 'playwright/test';
import { CANARY } from './canaries';
import { taken } from './compare';
import type { Fixture } from './fixtures';
import { type Outcome, record, type Setup } from './harness';
import type { Row } from './in-page/survey';
import { titleOf } from './setups';

/** Exposures side by side, none inside another, so that no mend covers for its neighbour. */
const EXPOSURES: Fixture = {
  id: 'exposures',
  head: '<meta name="description" content="@@"><!-- @@ -->',
  body: `
    <p>@@</p><p title="@@">x</p><p aria-label="@@">x</p><p data-user="@@">x</p><p id="@@">x</p>
    <a href="/x/@@">x</a><img alt="@@"><img src="/x.png?@@"><form action="/x?@@"></form>
    <p style="--x: @@">x</p><a name="@@">x</a><iframe srcdoc="<p>x</p><!-- @@ -->"></iframe>
    <input placeholder="@@"><input type="email" value="@@"><input type="email" value="@@" data-clear>
    <input type="hidden" value="@@"><input type="checkbox" value="@@"><input type="submit" value="@@">
    <input type="file"><input type="reset" value="@@">
    <textarea>@@</textarea><textarea data-clear>@@</textarea>
    <select><option>@@</option></select><select><option value="@@">x</option></select>
    <select><option label="@@">x</option></select><div contenteditable>@@</div>
    <svg><text>@@</text></svg><noscript>@@</noscript>
    <x-host></x-host>`,
  setup: `
    for (const field of document.querySelectorAll('[data-clear]')) field.value = '';
    document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML = '<p>cnry5001z</p><p title="cnry5002z">x</p>';`,
  file: true,
};

const SETUPS: readonly Setup[] = [
  { recorder: 'rrweb', options: '{}' },
  { recorder: 'rrweb', options: '{ maskAllInputs: true }' },
  { recorder: 'posthog', options: '{}' },
  { recorder: 'posthog', options: '{ maskAllInputs: false }' },
  { recorder: 'sentry', options: '{ maskAllText: false, maskAllInputs: false }' },
  {
    recorder: 'sentry',
    options:
      '{ maskAllText: false, maskAllInputs: false, blockAllMedia: false, maskAttributes: [] }',
  },
  { recorder: 'highlight', options: `{ privacySetting: 'none' }` },
];

/** Recorders that propose marks alone, since their options mask too much or nothing of a page. */
const MARKS_ALONE: readonly Setup[] = [
  { recorder: 'datadog', options: '{}' },
  { recorder: 'datadog', options: `{ defaultPrivacyLevel: 'allow' }` },
  { recorder: 'datadog', major: 6, options: '{}' },
  { recorder: 'openreplay', options: '{ defaultInputMode: 0 }' },
  { recorder: 'clarity', options: '{}', shape: 'letters' },
  { recorder: 'clarity', options: "{ unmask: ['body'] }" },
  {
    recorder: 'mixpanel',
    options: '{ record_mask_all_text: false, record_mask_all_inputs: false }',
  },
  { recorder: 'launchdarkly', options: `{ privacySetting: 'none' }` },
  { recorder: 'newrelic', options: '{}' },
  { recorder: 'newrelic', options: '{ mask_all_inputs: false, mask_text_selector: null }' },
  { recorder: 'amplitude', options: '{}' },
  { recorder: 'amplitude', options: `{ privacyConfig: { defaultMaskLevel: 'light' } }` },
];

for (const setup of [...SETUPS, ...MARKS_ALONE]) {
  const name = titleOf(setup);

  test(`every mark that is proposed for ${name} mends what it is proposed for`, async ({
    page,
    context,
  }) => {
    const exposed = await record(page, EXPOSURES, setup);
    const proposed = exposedPlaces(exposed, (kind) => kind === 'class' || kind === 'attribute');
    expect(proposed.length).toBeGreaterThan(5);
    const before = `hushmap.applyMarks(${JSON.stringify(exposed.state)})`;
    const mended = await record(await context.newPage(), EXPOSURES, { ...setup, before });
    expect(plainPlaces(mended).filter((place) => proposed.includes(place))).toEqual([]);
  });
}

for (const setup of SETUPS) {
  const name = titleOf(setup);

  test(`every option that is proposed for ${name} mends what it is proposed for`, async ({
    page,
    context,
  }) => {
    const exposed = await record(page, EXPOSURES, setup);
    const options = new Set(
      exposed.rows.flatMap(({ fix }) => (fix?.kind === 'option' ? [fix.text] : [])),
    );
    expect(options.size).toBeGreaterThan(1);
    for (const option of options) {
      const proposed = exposedPlaces(exposed, (_, text) => text === option);
      const mended = await record(await context.newPage(), EXPOSURES, withOption(setup, option));
      expect(
        plainPlaces(mended).filter((place) => proposed.includes(place)),
        option,
      ).toEqual([]);
    }
  });
}

/** The option as a person would paste it, beside what is set already. */
function withOption(setup: Setup, option: string): Setup {
  const own = setup.options.slice(1, -1);
  const pasted = /^session_recording: \{ (.*) \}$/.exec(option)?.[1] ?? option;
  return { ...setup, options: `{ ${[own.trim(), pasted].filter(Boolean).join(', ')} }` };
}

/** Places that are recorded plain and that a fix of some kind is proposed for. */
const exposedPlaces = (
  outcome: Outcome,
  wanted: (kind: string, text: string) => boolean,
): string[] =>
  outcome.rows
    .filter((row) => row.fix && wanted(row.fix.kind, row.fix.text))
    .filter((row) => taken(row, outcome) === 'plain')
    .map(placeOf);

const plainPlaces = (outcome: Outcome): string[] =>
  outcome.rows.filter((row) => taken(row, outcome) === 'plain').map(placeOf);

/** A value may stand in two places, such as an option's text that is its select's value as well. */
const placeOf = ({ channel, value }: Row): string =>
  `${channel} ${CANARY.exec(value)?.[0] ?? value}`;
