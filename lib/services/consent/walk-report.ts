import { runWalkRules } from '../../consent/rules/walk-rules';
import { DEFAULT_WALK_POLICY } from '../../consent/walk-policy';
import type { Finding } from '../../protocol/findings';
import type { Walk } from '../../protocol/walk/walk';

export interface Judged {
  readonly walk: Walk;
  readonly findings: readonly Finding[];
}

/** What came of a walk, as the panel shows it (components/consent/props.ts). */
export interface WalkReport extends Judged {
  readonly last: Judged | null;
  /** `data:` addresses by the names that the walk has for them. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Judges a walk by every rule over a walk. */
export const judged = (walk: Walk): Judged => ({
  walk,
  findings: runWalkRules({ walk, policy: DEFAULT_WALK_POLICY }),
});

export const reportOf = (
  { walk, findings }: Judged,
  last: Judged | null,
  pictures: WalkReport['pictures'],
): WalkReport => ({ walk, findings, last, pictures });

/** It came to its end and met neither a banner nor a recorder. */
export const isEmpty = ({ recorders, scenarios }: Walk): boolean =>
  !recorders.some(({ detected }) => detected) &&
  scenarios.every(({ steps }) => steps.every(({ banner }) => banner === null));
