import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import catalogue from '../../core/locales/en.json';
import type { Message } from '../../core/message';
import { createTranslator } from '../../core/translator';
import { REGION_IDS } from '../../protocol/consent-policy';
import { FindingSchema } from '../../protocol/findings';
import { type ScenarioId, STEP_IDS } from '../../protocol/walk/scenarios';
import { WalkSchema } from '../../protocol/walk/walk';
import { REGION_PACKS } from '../regions';
import { event } from '../testing/visit';
import {
  banner,
  control,
  cookie,
  evidenceOf,
  notWalked,
  request,
  scenario,
  step,
  toggle,
  walkOf,
} from '../testing/walk';
import { runWalkRules, WALK_RULES } from './walk-rules';

const ALL = [...WALK_RULES, ...REGION_IDS.flatMap((id) => REGION_PACKS[id].rules)];

const bad = walkOf(
  [
    ...(
      ['untouched', 'reject', 'accept', 'withdraw', 'settings-off', 'gpc', 'scroll'] as const
    ).map((id: ScenarioId) =>
      scenario(
        id,
        STEP_IDS.map((one) =>
          step(
            one,
            [
              event.signal(0.1, 'gpc', {}, 'on'),
              event.signal(0.4, 'consent-mode', { ad_storage: 'granted' }, 'default'),
              event.recorder(0.6, 'started'),
              event.ingest(7),
              event.storage(2, 'ph_x_posthog'),
            ],
            {
              banner: banner({ controls: [control('accept'), control('close')] }),
              settings: banner({ layer: 2, toggles: [toggle({ on: true })] }),
              bannerAtEnd: true,
              cookies: [cookie('_ga', { days: 730 }), cookie('x', { days: 900 })],
              requests: [
                request(0.2, 'https://ads.example/p', { category: 'ad', gcs: 'G100' }),
                request(0.3, 'https://ads.example/p', { category: 'ad' }),
              ],
            },
          ),
        ),
      ),
    ),
    { ...notWalked('reject', 'timed-out'), repeat: 1 },
  ],
  { recorders: ['posthog'] },
);
const good = walkOf([
  scenario('untouched', [step('before', [], { banner: banner() }), step('warm')]),
  scenario('reject', [step('after'), step('reload'), step('reload-2'), step('reload-3')]),
  scenario('accept', [step('before'), step('after', [event.ingest(1)])]),
]);

describe('the rules over a walk', () => {
  it('come in the order in which they are told', () => {
    expect(WALK_RULES.slice(0, 18).map(({ id }) => id)).toEqual(
      'reject-first-layer equal-prominence reject-legible pre-ticked legitimate-interest purpose-named before-choice reject-honoured withdrawal re-prompt cookie-life consent-wall banner-language keyboard policy-link wording gpc-honoured signals-agree'.split(
        ' ',
      ),
    );
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  });

  it('have every folder registered', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => existsSync(`${import.meta.dirname}/${name}/walk.ts`));
    expect(ALL.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  });

  it.each(ALL.map(({ id }) => id))('%s has its page', (id) => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
    expect(page).toMatch(new RegExp(`^# ${id}\n`));
    expect(page).toMatch(/on a walk/i);
  });

  it.each(ALL.map((rule) => [rule.id, rule] as const))('%s has a title and a source', (_, rule) => {
    expectComplete(rule.title);
    expect(rule.source.length).toBeGreaterThan(10);
  });

  it('never passes an empty walk', () => {
    for (const region of REGION_IDS) {
      const findings = runWalkRules(evidenceOf(walkOf([]), { region }));
      expect(findings.filter(({ outcome }) => outcome !== 'needs-review')).toEqual([]);
      expect(findings.length).toBeGreaterThan(18);
    }
  });

  it('never passes an absence on a walk that nobody watched from the start', () => {
    const blind = {
      ...good,
      scenarios: good.scenarios.map((one) => ({
        ...one,
        steps: one.steps.map((each) => ({
          ...each,
          timeline: { ...each.timeline, fromStart: false },
        })),
      })),
    };
    const passed = runWalkRules(evidenceOf(blind)).filter(({ outcome }) => outcome === 'pass');
    const absences = [
      'before-choice',
      'reject-honoured',
      'withdrawal',
      'gpc-honoured',
      'cookie-life',
    ];
    expect(passed.filter(({ rule }) => absences.includes(rule))).toEqual([]);
  });

  it.each([
    ['nothing', walkOf([])],
    ['a good page', good],
    ['a bad page', bad],
  ])('say of %s what they say in whole sentences, with ids that stay', (_, walk) => {
    expect(v.is(WalkSchema, walk)).toBe(true);
    for (const region of REGION_IDS) {
      const findings = runWalkRules(evidenceOf(walk, { region }));
      for (const finding of findings) {
        expect(v.is(FindingSchema, finding), finding.id).toBe(true);
        for (const one of [finding.text, ...finding.why]) expectComplete(one);
      }
      const ids = findings.map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const again = runWalkRules(evidenceOf(structuredClone(walk), { region }));
      expect(again).toEqual(findings);
    }
  });
});

const say = createTranslator();

/** A sentence that is there, ends, and has a word for each of its gaps. */
function expectComplete({ id, params = [] }: Message): void {
  const sentence = say(id, params);
  expect(sentence, id).not.toMatch(/^$|\$\d|undefined|NaN|Infinity|null/);
  const raw = id.split('.').reduce<unknown>((node, key) => Object(node)[key], catalogue);
  const forms = typeof raw === 'string' ? [raw] : Object.values(Object(raw)).map(String);
  const gaps = forms.flatMap((form) => [...form.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)));
  expect(Math.max(0, ...gaps), id).toBeLessThanOrEqual(params.length);
}
