import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import catalogue from '../core/locales/en.json';
import { sha256Hex } from '../core/sha256';
import { PII_CLASSES } from '../protocol/pii-classes';
import { CHANNELS } from '../protocol/recorders';
import { SURE } from './exposure-rule';
import { MASKING_RULES, RULE_SET, runMaskingRules } from './registry';
import { severityOf } from './severity';
import { artifacts, frame, predict, sighting } from './test-artifacts';

const ids = MASKING_RULES.map(({ id }) => id);

describe('every masking rule', () => {
  it('has a folder of its name, and every folder is registered', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...ids].sort()).toEqual(folders.sort());
  });

  it.each(ids)('%s has a page that says what it does', (id) => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/rules', `${id}.md`), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${id}\n`));
    for (const part of ['What it says', 'What it looks at', 'Outcomes', 'What to do']) {
      expect(page).toContain(`## ${part}\n`);
    }
  });

  it.each(ids)('%s has a name for people', (id) => {
    const key = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const names = new Map(
      Object.entries(catalogue.audit.rule).map(([rule, { name }]) => [rule, name]),
    );
    expect(names.get(key)).toBeTruthy();
  });
});

/**
 * What the rules say over one page with every channel, class and capture, as a digest. When this
 * fails, the rules have changed: raise `RULE_SET`, and note the new digest with it.
 */
it('the rule set has its own version', () => {
  const sightings = CHANNELS.flatMap((channel) =>
    PII_CLASSES.flatMap((pii) =>
      (['plain', 'masked', 'unknown'] as const).map((capture) =>
        sighting({ channel, pii, attribute: channel, predictions: [predict(capture)] }),
      ),
    ),
  );
  const said = runMaskingRules(artifacts([frame(sightings)], { partial: true })).map(
    ({ rule, outcome, severity, channel, pii, capture }) =>
      [rule, outcome, severity, channel, pii?.class, capture].join(),
  );
  const meta = MASKING_RULES.map(({ id, half, resolvable }) => [id, half, resolvable].join());
  const severities = PII_CLASSES.map(severityOf).join();
  const digest = sha256Hex([...meta, ...said, severities, SURE].join('\n')).slice(0, 16);
  expect({ [RULE_SET]: digest }).toEqual({ '2026.11.4': '76f41ca6c5d8d10f' });
});
