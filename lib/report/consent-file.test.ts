import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../core/translator';
import { WalkSchema } from '../protocol/walk/walk';
import {
  type ConsentFile,
  ConsentFileSchema,
  type ConsentResult,
  toConsentFile,
} from './consent-file';
import { toJsonSchema } from './json-schema';
import { redactWalk } from './redact-walk';
import { consentFinding, LEAKY, SECRET } from './testing/consent-result';

const translate = createTranslator();
const fileOf = (changes: Partial<ConsentResult> = {}): ConsentFile =>
  toConsentFile({ ...LEAKY, ...changes }, translate);

describe('consent.json', () => {
  const file = fileOf();

  it('has the published form', () => {
    expect(v.parse(ConsentFileSchema, file)).toEqual(file);
    expect(file).toMatchObject({
      format: 'hushmap-consent',
      version: 1,
      url: 'https://acme.test/u/‹email›?token',
      title: 'Chat with ‹email›',
      started: '2026-11-22T12:00:00.000Z',
      tool: { name: 'hushmap', version: '0.1.0' },
      vantage: { driver: 'cli', version: '141.0.7390.37', country: 'DE' },
      counts: { pass: 0, fail: 1, 'needs-review': 0 },
      headline: '1 finding fails.',
      rules: [{ id: 'reject-honoured', source: 'ePrivacy Directive 5(3)' }],
    });
  });

  it('holds no personal value, wherever the result held one', () => {
    expect(JSON.stringify(file)).not.toMatch(/ada(@|%40)|u:p@|8f2c1b9a|49151234567/);
  });

  it("tells all that the rules went by, a team's own words and the defaults", () => {
    const policy = {
      ...LEAKY.policy,
      consentRequired: true,
      essentialHosts: ['cdn.acme.test'],
      essentialNames: ['basket*', 'user_8f2c1b9a7e60'],
      thresholds: { ...LEAKY.policy.thresholds, areaRatio: 0.5 },
    };
    expect(fileOf({ policy }).policy).toEqual({
      ...policy,
      essentialNames: ['basket*', 'user_‹id›'],
    });
  });

  it('counts requests by who is behind them, and cuts them at the choice', () => {
    const [step] = file.scenarios[0]?.steps ?? [];
    expect(step?.counts).toEqual({
      requests: 2,
      requestsDropped: 0,
      recordings: 1,
      cookies: 1,
      stored: 1,
      clicks: 1,
    });
    expect(step?.requests).toMatchObject([
      { owner: 'PostHog', recorder: 'posthog', requests: 1, recordings: 1, beforeChoice: 1 },
      { owner: 'cdn.nobody.test', recorder: null, requests: 1, recordings: 0, beforeChoice: 0 },
    ]);
    expect(step?.cookies).toMatchObject([{ name: '‹email›' }]);
    expect(step?.stored).toMatchObject([{ name: 'user_‹id›' }]);
  });

  it('keeps the last word of each signal', () => {
    expect(file.scenarios[0]?.steps[0]?.signals).toEqual([
      {
        signal: 'consent-mode',
        time: '2026-11-22T12:00:00.002Z',
        states: { analytics_storage: 'denied' },
        note: 'default',
      },
      { signal: 'gpc', time: '2026-11-22T12:00:00.000Z', states: { sale: 'denied' }, note: '' },
    ]);
  });

  it('tells what the program did from what a person did, and why a path ended', () => {
    expect(file.automatic).toEqual([{ scenario: 'reject', repeat: 0, step: 'after' }]);
    expect(file.manual).toEqual([{ scenario: 'withdraw', repeat: 0, step: 'before' }]);
    expect(file.scenarios[1]?.obstacle).toEqual({
      code: 'no-withdrawal',
      text: 'After accepting, the page offers no way back.',
    });
  });

  it('never calls a walk fine that saw nothing', () => {
    const scenarios = LEAKY.walk.scenarios.map((one) => ({ ...one, state: 'not-walked' as const }));
    const unwalked = fileOf({ findings: [], walk: { ...LEAKY.walk, scenarios } });
    expect(unwalked.headline).toMatch(/nothing is known/);
    expect(unwalked.nextStep).toMatch(/2 paths were not walked/);
    expect(fileOf({ findings: [] }).headline).toMatch(/1 path was walked to its end/);
    const review = fileOf({ findings: [consentFinding({ outcome: 'needs-review' })] });
    expect(review.headline).toBe("1 finding needs a person's look.");
  });

  it('keeps who made the walk as they stated it', () => {
    expect(fileOf({ operator: 'privacy@acme.test' }).operator).toBe('privacy@acme.test');
  });

  it('bears times that no calendar knows, and half characters', () => {
    const odd = fileOf({
      walk: { ...LEAKY.walk, startedAt: -1, endedAt: 1e300, title: `${'x'.repeat(299)}😀` },
    });
    expect(v.parse(ConsentFileSchema, odd).time).toBe('9999-12-31T23:59:59.999Z');
    expect(odd.title.endsWith('x\ufffd')).toBe(true);
  });

  it('says in docs/consent.schema.json what the code checks', () => {
    const path = join(import.meta.dirname, '../../docs/consent.schema.json');
    const { $schema, title, description, ...published } = JSON.parse(readFileSync(path, 'utf8'));
    expect({ $schema, title }).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Hushmap consent file',
    });
    expect(description).toMatch(/consent/);
    expect(published).toEqual(JSON.parse(JSON.stringify(toJsonSchema(ConsentFileSchema))));
  });
});

describe('a walk to be handed on', () => {
  const walk = redactWalk(LEAKY.walk);

  it('keeps its form, and holds no personal value', () => {
    expect(v.parse(WalkSchema, walk)).toEqual(walk);
    expect(JSON.stringify(walk)).not.toMatch(/ada(@|%40)|u:p@|8f2c1b9a|49151234567/);
    expect(redactWalk(walk)).toEqual(walk);
  });

  it('redacts every field that takes words, whichever it is', () => {
    const leaks: string[] = [];
    for (const path of textsIn(LEAKY.walk)) {
      const walk = v.safeParse(WalkSchema, withText(LEAKY.walk, path, SECRET.slice(0, 20)));
      // A field of a fixed list of words takes no others.
      if (!walk.success) continue;
      const said = JSON.stringify(redactWalk(walk.output));
      if (said.includes(SECRET.slice(0, 20))) leaks.push(path.join('.'));
    }
    expect(leaks).toEqual([]);
  });

  it('changes nothing of what was measured', () => {
    const [step] = walk.scenarios[0]?.steps ?? [];
    const [before] = LEAKY.walk.scenarios[0]?.steps ?? [];
    expect(step?.banner?.controls[0]?.box).toEqual(before?.banner?.controls[0]?.box);
    expect(step?.requests.map(({ t, bytes }) => [t, bytes])).toEqual(
      before?.requests.map(({ t, bytes }) => [t, bytes]),
    );
  });
});

type Path = readonly string[];

/** Paths of all texts in a value. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** A copy with another text at one path. */
function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((inner, at) => (String(at) === key ? withText(inner, rest, text) : inner));
  }
  const inner = (value as Record<string, unknown>)[key]; // `textsIn` has found it there
  return { ...(value as object), [key]: withText(inner, rest, text) };
}
