import { message } from '../../../core/message';
import type { ConsentRule } from '../../contract';
import { consentFinding } from '../../finding';

/** What was not watched from the start, or not kept whole, proves no absence. */
export const timelineIncomplete: ConsentRule = {
  id: 'timeline-incomplete',
  title: message('consent.rule.timelineIncomplete.title'),
  source: 'A test of absence needs to have been able to see the presence',
  check({ timeline }) {
    const told = { rule: timelineIncomplete.id, severity: 'medium' } as const;
    if (!timeline.fromStart) {
      const text = message('consent.rule.timelineIncomplete.reviewStart');
      return [consentFinding({ ...told, outcome: 'needs-review', text })];
    }
    if (timeline.dropped > 0) {
      const text = message('consent.rule.timelineIncomplete.reviewDropped', timeline.dropped);
      return [consentFinding({ ...told, outcome: 'needs-review', text })];
    }
    const text = message('consent.rule.timelineIncomplete.pass');
    return [consentFinding({ ...told, outcome: 'pass', text, at: timeline.startedAt })];
  },
};
