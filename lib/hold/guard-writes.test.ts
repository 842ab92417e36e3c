import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../protocol/audit';
import { guardWrites, isGuard } from './guard-writes';
import { planQuiet } from './plan-quiet';

const PAGE = 'https://shop.test/checkout';
const facts = (addresses: readonly string[] = []): PageFacts => ({
  globals: { posthog: { addresses } },
  scripts: [],
  resources: [],
  storageKeys: [],
  cookieNames: [],
});

describe('guardWrites', () => {
  it('blocks the tab’s writes to its own site, and leaves places of recorders open', () => {
    const { rules, open } = guardWrites(PAGE, 7, ['posthog'], facts(['https://shop.test/ingest']));
    expect(open).toEqual(['shop.test/ingest']);
    const [guard, ...others] = rules;
    expect(guard).toMatchObject({
      action: { type: 'block' },
      condition: { tabIds: [7], domainType: 'firstParty' },
    });
    expect(others.length).toBeGreaterThan(0);
    for (const rule of others) {
      expect(rule.action.type).toBe('allow');
      expect(rule.condition.tabIds).toEqual([7]);
      expect(rule.priority).toBeGreaterThan(guard?.priority ?? 0);
    }
  });

  it('opens nothing where a recorder was told the whole of the page’s own host', () => {
    expect(guardWrites(PAGE, 7, ['posthog'], facts(['https://shop.test/'])).open).toEqual([]);
  });

  it('never weighs as much as a hold or a quiet view', () => {
    const quiet = planQuiet(PAGE, 7, facts(), []);
    const { rules } = guardWrites(PAGE, 7, ['posthog'], facts());
    const least = Math.min(...quiet.rules.map(({ priority = 0 }) => priority));
    expect(rules.every(({ priority = 0 }) => priority < least)).toBe(true);
    expect(rules.every(isGuard)).toBe(true);
    expect(quiet.rules.some(isGuard)).toBe(false);
  });
});
