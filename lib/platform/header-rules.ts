import { type Browser, browser } from 'wxt/browser';
import { HushmapError } from '../core/errors';

/** A header that the browser sets for the requests of one tab, for the time of a visit. */
export type HeaderRule = 'gpc' | 'no-scripts';

/**
 * Sets a header in a tab, until it is taken away again. Session rules: none of them outlives the
 * browser. Only requests of hosts that were granted have it.
 *
 * @throws HushmapError `walk.refused` where the browser does not take it
 */
export async function putHeaderRule(tabId: number, kind: HeaderRule): Promise<void> {
  const present = await ownRules();
  // Far above the ids of rules that block, which are counted up from 1.
  const { action, condition } = RULES[kind];
  const id = Math.max(FIRST_ID, ...present.map((rule) => rule.id)) + 1;
  try {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: present.filter((rule) => isOf(rule, tabId, kind)).map((rule) => rule.id),
      addRules: [{ id, action, condition: { ...condition, tabIds: [tabId] } }],
    });
  } catch (cause) {
    throw new HushmapError('walk.refused', [], { cause });
  }
}

/** Takes rules of a tab away: of one kind, or all. */
export async function takeHeaderRules(tabId: number, kind?: HeaderRule): Promise<void> {
  const removeRuleIds = (await ownRules())
    .filter((rule) => isOf(rule, tabId, kind))
    .map((rule) => rule.id);
  if (removeRuleIds.length > 0) {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
  }
}

type Rule = Browser.declarativeNetRequest.Rule;

const ownRules = async (): Promise<Rule[]> =>
  (await browser.declarativeNetRequest.getSessionRules()).filter(
    ({ action }) => action.type === 'modifyHeaders',
  );

const isOf = ({ action, condition }: Rule, tabId: number, kind?: HeaderRule): boolean =>
  condition.tabIds?.includes(tabId) === true &&
  (kind === undefined || (action.requestHeaders !== undefined) === (kind === 'gpc'));

const FIRST_ID = 1_000_000_000;

const RULES: Readonly<Record<HeaderRule, Pick<Rule, 'action' | 'condition'>>> = {
  /** W3C Global Privacy Control, "The Sec-GPC header field". */
  gpc: {
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'Sec-GPC', operation: 'set', value: '1' }],
    },
    condition: {
      resourceTypes: [
        'main_frame',
        'sub_frame',
        'stylesheet',
        'script',
        'image',
        'font',
        'object',
        'xmlhttprequest',
        'ping',
        'media',
        'websocket',
        'other',
      ],
    },
  },
  /** A page that loads and runs nothing: what is cleared then is not written again. */
  'no-scripts': {
    action: {
      type: 'modifyHeaders',
      responseHeaders: [
        { header: 'Content-Security-Policy', operation: 'set', value: "default-src 'none'" },
      ],
    },
    condition: { resourceTypes: ['main_frame'] },
  },
};
