import type { RecorderId, RecorderState } from '../protocol/recorders';
import type { RuleTable } from './judging';

/** The scripts that hold capture rules (`entrypoints/rules-NAME.ts`). */
export const RULE_SCRIPTS = [
  'amplitude',
  'clarity',
  'datadog',
  'documented',
  'highlight',
  'mixpanel',
  'newrelic',
  'openreplay',
  'rrweb',
  'sentry',
] as const;

export type RuleScript = (typeof RULE_SCRIPTS)[number];

/** Which script holds the rules of a recorder. */
const SCRIPT_OF: Readonly<Partial<Record<RecorderId, RuleScript>>> = {
  amplitude: 'amplitude',
  clarity: 'clarity',
  datadog: 'datadog',
  mixpanel: 'mixpanel',
  highlight: 'highlight',
  launchdarkly: 'highlight',
  newrelic: 'newrelic',
  posthog: 'rrweb',
  sentry: 'sentry',
  rrweb: 'rrweb',
  openreplay: 'openreplay',
  contentsquare: 'documented',
  dynatrace: 'documented',
  faro: 'documented',
  fullstory: 'documented',
  glassbox: 'documented',
  heap: 'documented',
  hotjar: 'documented',
  inspectlet: 'documented',
  logrocket: 'documented',
  luckyorange: 'documented',
  matomo: 'documented',
  mouseflow: 'documented',
  pendo: 'documented',
  quantummetric: 'documented',
  smartlook: 'documented',
  statsig: 'documented',
  yandex: 'documented',
};

/** The scripts that a scan for these recorders needs. */
export const scriptsFor = (recorders: readonly RecorderState[]): RuleScript[] => [
  ...new Set(recorders.flatMap(({ id }) => SCRIPT_OF[id] ?? [])),
];

interface Offer {
  hushmapRules?: RuleTable;
  readonly chrome?: { readonly runtime?: { readonly id?: string } };
}

/**
 * What a script of rules does: in the extension's own world of a frame it leaves the rules there for
 * the scanner; in a page's world, where nothing of ours may stay, it hands them back.
 */
export function offerRules(rules: RuleTable): RuleTable | undefined {
  const scope: Offer = globalThis;
  if (!scope.chrome?.runtime?.id) return rules;
  scope.hushmapRules = { ...scope.hushmapRules, ...rules };
  return undefined;
}

/** The rules that scripts have left in this world. */
export const offeredRules = (): RuleTable => (globalThis as Offer).hushmapRules ?? {};
