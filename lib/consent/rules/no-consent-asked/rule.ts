import { message } from '../../../core/message';
import { recorderName } from '../../../recorders/names';
import { activityOf, describeActivity, recordersOf } from '../../activity';
import type { ConsentEvidence, ConsentRule } from '../../contract';
import { consentFinding } from '../../finding';
import { startAfterChoice } from '../../fixes';
import { asksForConsent } from '../../signals';

/** A recorder is active on a page that shows no banner and no signal of a consent platform. */
export const noConsentAsked: ConsentRule = {
  id: 'no-consent-asked',
  title: message('consent.rule.noConsentAsked.title'),
  source: 'Directive 2002/58/EC, art. 5(3); GDPR, art. 7(1)',
  check(evidence) {
    const { timeline } = evidence;
    if (asksForConsent(timeline)) return [];
    return recordersOf(evidence).flatMap((recorder) => {
      const activity = activityOf(recorder, timeline);
      if (activity.length === 0) return [];
      return [
        consentFinding({
          rule: noConsentAsked.id,
          outcome: isRequired(evidence) ? 'fail' : 'needs-review',
          severity: 'high',
          recorder,
          text: message(textId(evidence), recorderName(recorder)),
          why: describeActivity(activity, timeline),
          fix: startAfterChoice(recorder),
          at: activity[0]?.t ?? null,
        }),
      ];
    });
  },
};

/** A banner that came and went before the audit began would have been missed. */
const isRequired = ({ policy, timeline }: ConsentEvidence): boolean =>
  policy?.consentRequired === true && timeline.fromStart;

function textId(evidence: ConsentEvidence) {
  if (!evidence.timeline.fromStart) return 'consent.rule.noConsentAsked.reviewLate' as const;
  return isRequired(evidence)
    ? ('consent.rule.noConsentAsked.fail' as const)
    : ('consent.rule.noConsentAsked.review' as const);
}
