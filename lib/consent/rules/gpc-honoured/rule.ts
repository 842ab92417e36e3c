import { message } from '../../../core/message';
import { recorderName } from '../../../recorders/names';
import { activityOf, describeActivity, isComplete, recordersOf } from '../../activity';
import type { ConsentRule } from '../../contract';
import { consentFinding } from '../../finding';
import { gpcIsOn } from '../../signals';

/**
 * Global Privacy Control is an opt-out from sale and sharing. Whether a recording is either depends
 * on the contract with its vendor, so a recorder's activity under it is for a person to judge.
 */
export const gpcHonoured: ConsentRule = {
  id: 'gpc-honoured',
  title: message('consent.rule.gpcHonoured.title'),
  source: 'W3C Global Privacy Control; CCPA regulations § 7025',
  check(evidence) {
    const { timeline } = evidence;
    if (!gpcIsOn(timeline)) return [];
    const on = message('consent.evidence.gpcOn');
    const active = recordersOf(evidence).flatMap((recorder) => {
      const activity = activityOf(recorder, timeline);
      if (activity.length === 0) return [];
      return [
        consentFinding({
          rule: gpcHonoured.id,
          outcome: 'needs-review',
          severity: 'medium',
          recorder,
          text: message('consent.rule.gpcHonoured.review', recorderName(recorder)),
          why: [on, ...describeActivity(activity, timeline)],
          at: activity[0]?.t ?? null,
        }),
      ];
    });
    if (active.length > 0 || !isComplete(timeline)) return active;
    const text = message('consent.rule.gpcHonoured.pass');
    return [
      consentFinding({
        rule: gpcHonoured.id,
        outcome: 'pass',
        severity: 'medium',
        text,
        why: [on],
      }),
    ];
  },
};
