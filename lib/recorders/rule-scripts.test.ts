import { afterEach, describe, expect, it, vi } from 'vitest';
import { RECORDER_IDS } from '../protocol/recorders';
import { assumeRecorder } from './index';
import { hasRules } from './judge';
import {
  offeredRules,
  offerRules,
  RULE_SCRIPTS,
  type RuleScript,
  scriptsFor,
} from './rule-scripts';

const tables = import.meta.glob<{ rules: object }>('./rules/*.ts', { eager: true });
const rulesIn = (script: RuleScript) => tables[`./rules/${script}.ts`]?.rules ?? {};

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'hushmapRules');
});

describe('scripts of rules', () => {
  it('are named for every recorder whose rules are known, and hold them', () => {
    for (const state of RECORDER_IDS.map((id) => assumeRecorder(id)).filter(hasRules)) {
      const scripts = scriptsFor([state]);
      expect([state.id, scripts.length]).toEqual([state.id, 1]);
      expect(Object.keys(rulesIn(scripts[0] ?? 'rrweb'))).toContain(state.id);
    }
  });

  it('are asked for once, however many recorders share one', () => {
    const states = (['rrweb', 'posthog', 'datadog'] as const).map((id) => assumeRecorder(id));
    expect(scriptsFor(states)).toEqual(['rrweb', 'datadog']);
    expect(new Set(RULE_SCRIPTS).size).toBe(RULE_SCRIPTS.length);
  });

  it('leave nothing in a page, and add up in a world of the extension', () => {
    const [one, other] = [rulesIn('rrweb'), rulesIn('datadog')];
    expect(offerRules(one)).toBe(one);
    expect(offeredRules()).toEqual({});
    vi.stubGlobal('chrome', { runtime: { id: 'ours' } });
    expect(offerRules(one)).toBeUndefined();
    offerRules(other);
    expect(offeredRules()).toEqual({ ...one, ...other });
  });
});
