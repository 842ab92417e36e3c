import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { HushmapError } from '../core/errors';
import { type BlockRule, BlockRuleSchema } from '../protocol/hold';

/** Rules that the browser blocks requests by. They need no worker of ours to be awake. */
export interface RuleStore {
  list(): Promise<BlockRule[]>;
  /**
   * Takes rules away and adds others, all or nothing.
   *
   * @throws HushmapError `hold.refused` where the browser takes them not
   */
  replace(remove: readonly number[], add: readonly Omit<BlockRule, 'id'>[]): Promise<void>;
}

type Kind = 'Dynamic' | 'Session';

/** Kept over restarts and updates. */
export const dynamicRules = ruleStore('Dynamic');

/** Gone with the browser's session. */
export const sessionRules = ruleStore('Session');

function ruleStore(kind: Kind): RuleStore {
  const api = () => browser.declarativeNetRequest;
  async function list(): Promise<BlockRule[]> {
    const rules =
      kind === 'Dynamic' ? await api().getDynamicRules() : await api().getSessionRules();
    // What is not of this form is none of ours to compare.
    return rules.flatMap((rule) => {
      const condition = withoutNull(rule.condition);
      const parsed = v.safeParse(BlockRuleSchema, { ...rule, condition });
      return parsed.success ? parsed.output : [];
    });
  }
  return {
    list,
    async replace(remove, add) {
      const next = Math.max(0, ...(await list()).map(({ id }) => id)) + 1;
      const rules = add.map((rule, index) => ({ ...rule, id: next + index }));
      const update = { removeRuleIds: [...remove], addRules: rules };
      try {
        if (kind === 'Dynamic') await api().updateDynamicRules(update);
        else await api().updateSessionRules(update);
      } catch (cause) {
        throw new HushmapError('hold.refused', [], { cause });
      }
    },
  };
}

/** Firefox gives conditions that were not set back as null. */
const withoutNull = (condition: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(condition).filter(([, value]) => value !== null));
