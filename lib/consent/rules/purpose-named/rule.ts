import { type Message, message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { TimelineEvent } from '../../../protocol/timeline';
import { recorderName } from '../../../recorders/names';
import { recordersOf } from '../../activity';
import type { ConsentRule } from '../../contract';
import { consentFinding } from '../../finding';
import { asksForConsent } from '../../signals';
import { lexiconKnows } from '../../words/recording';

type Banner = Extract<TimelineEvent, { kind: 'banner' }>;

/** Where a recorder is on the page, the banner or its purposes say that people are recorded. */
export const purposeNamed: ConsentRule = {
  id: 'purpose-named',
  title: message('consent.rule.purposeNamed.title'),
  source: 'GDPR, art. 5(1)(b) and 13(1)(c); EDPB Guidelines 05/2020 on consent, §§ 55–61',
  check(evidence) {
    const recorders = recordersOf(evidence);
    if (recorders.length === 0 || !asksForConsent(evidence.timeline)) return [];
    const names = recorders.map(recorderName).join(', ');
    return [
      judge(
        evidence.timeline.events.filter((event) => event.kind === 'banner'),
        names,
      ),
    ];
  },
};

function judge(banners: readonly Banner[], names: string): Finding {
  const named = banners.find(({ namesRecording }) => namesRecording);
  if (named !== undefined) return tell('pass', message('consent.rule.purposeNamed.pass'), named.t);
  const last = banners.at(-1);
  if (last === undefined) {
    return tell('needs-review', message('consent.rule.purposeNamed.reviewUnseen', names));
  }
  // Without a stated language, the words of all languages that we know were tried.
  if (last.lang !== '' && !lexiconKnows(last.lang)) {
    const text = message('consent.rule.purposeNamed.reviewLanguage', names, last.lang);
    return tell('needs-review', text, last.t);
  }
  if (!banners.some(({ allPurposesRead }) => allPurposesRead)) {
    return tell('needs-review', message('consent.rule.purposeNamed.reviewUnread', names), last.t);
  }
  return tell('fail', message('consent.rule.purposeNamed.fail', names), last.t);
}

function tell(outcome: Finding['outcome'], text: Message, at: number | null = null): Finding {
  return consentFinding({ rule: purposeNamed.id, outcome, severity: 'high', text, at });
}
