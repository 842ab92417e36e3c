import { type Message, message } from '../../core/message';
import type { Finding, Severity } from '../../protocol/findings';
import type { RecorderId } from '../../protocol/recorders';
import type { WalkStep } from '../../protocol/walk/step';
import type { WalkScenario } from '../../protocol/walk/walk';
import { consentFinding } from '../finding';

export interface WalkTold {
  readonly text: Message;
  readonly why?: readonly (Message | null)[];
  readonly severity?: Severity;
  readonly recorder?: RecorderId | null;
  readonly fix?: Finding['fix'];
  readonly at?: number | null;
  readonly selector?: string;
  /** Tells apart several findings of one rule on one recorder; stays from walk to walk. */
  readonly part?: string;
}

/** Makes the findings of one rule: `tell('fail', { text })`. */
export const teller =
  (rule: string, severity: Severity) =>
  (outcome: Finding['outcome'], told: WalkTold): Finding => {
    const { part = '', why = [], ...rest } = told;
    const finding = consentFinding({
      rule,
      outcome,
      severity,
      ...rest,
      why: why.filter((one) => one !== null).slice(0, MOST_REASONS),
      part: part === '' ? 'walk' : `walk-${slug(part)}`,
    });
    return { ...finding, id: finding.id.slice(0, 80) };
  };

export type Tell = ReturnType<typeof teller>;

const MOST_REASONS = 12;

/** What a finding of a walk is about beside rule and recorder: the end of its id. */
export const partOf = ({ id }: Finding): string => id.split(':')[3]?.replace(/^walk-?/, '') ?? '';

const slug = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Which step of which path something was seen in. */
export const placeOf = ({ scenario, step }: { scenario: WalkScenario; step: WalkStep }): Message =>
  scenario.repeat === 0
    ? message('consent.walk.place', scenario.id, step.id)
    : message('consent.walk.placeRepeat', scenario.id, step.id, scenario.repeat + 1);

/** A few of many, as one text. */
export const listOf = (names: readonly string[], most = 6): string => {
  const all = [...new Set(names)];
  const more = all.length > most ? ` +${all.length - most}` : '';
  return `${all.slice(0, most).join(', ')}${more}`.slice(0, 600);
};

/** `0.45`: at most two decimals, cut and not rounded, so that no failure reads like the threshold. */
export const number = (value: number): string => String(Math.floor(value * 100 + 1e-9) / 100);
