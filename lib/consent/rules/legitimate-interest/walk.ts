import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { effectiveSignals } from '../../signals';
import { noBanner, quote, readingsOf, shown } from '../../walk/readings';
import { listOf, placeOf, teller } from '../../walk/tell';
import { type StepTrace, tracesOf } from '../../walk/trace';
import type { WalkEvidence, WalkRule } from '../../walk-contract';

/** Nobody relies on a legitimate interest for ads, nor keeps one that was refused. */
export const legitimateInterest: WalkRule = {
  id: 'legitimate-interest',
  title: message('consent.walk.legitimateInterest.title'),
  source:
    'EDPB cookie banner taskforce, report of 17 January 2023, type F; IAB Europe TCF policies, version 4 and later, appendix A',
  judge(evidence) {
    const found = [...byPurpose(evidence), ...bySwitch(evidence)];
    if (found.length > 0) return found;
    const { banner, settings } = readingsOf(evidence.walk);
    const said = tracesOf(evidence.walk).map(interestsIn);
    const isTold = said.some((one) => one !== null);
    if (said.some((one) => one === 'unknown')) {
      return [tell('needs-review', { text: message('consent.walk.legitimateInterest.reviewTcf') })];
    }
    if (banner === null) {
      if (!isTold) return noBanner(tell, evidence.walk);
      return [tell('pass', { text: message('consent.walk.legitimateInterest.passTcf') })];
    }
    const isRead = settings !== null || banner.allPurposesRead;
    if (!isRead || (settings === null && shown(banner, 'settings').length > 0 && !isTold)) {
      const text = message('consent.walk.legitimateInterest.reviewUnread');
      return [tell('needs-review', { text, selector: banner.selector })];
    }
    const count = banner.toggles.length + (settings?.toggles.length ?? 0);
    return [tell('pass', { text: message('consent.walk.legitimateInterest.pass', count) })];
  },
};

const tell = teller('legitimate-interest', 'high');

/** TCF purposes 3 to 6 (profiles for ads and content) know consent alone since policies version 4. */
const CONSENT_ALONE: ReadonlySet<number> = new Set([1, 3, 4, 5, 6]);
/** Purposes 2 to 4 and 7 are about ads. */
const ADS: ReadonlySet<number> = new Set([2, 3, 4, 7]);

function byPurpose({ walk }: WalkEvidence): Finding[] {
  return (['unset', 'denied'] as const).flatMap((decided) => {
    const traces = tracesOf(walk).filter((trace) => trace.decided === decided);
    const claims = traces.flatMap((trace) => {
      const ids = interestsIn(trace);
      return ids === null || ids === 'unknown' || ids.length === 0 ? [] : [{ trace, ids }];
    });
    const [first] = claims;
    if (first === undefined) return [];
    const ids = [...new Set(claims.flatMap((claim) => claim.ids))].toSorted((a, b) => a - b);
    const isWrong = ids.some(
      (id) => CONSENT_ALONE.has(id) || (decided === 'denied' && ADS.has(id)),
    );
    const form = decided === 'denied' ? 'refused' : 'before';
    const text = message(`consent.walk.legitimateInterest.${form}`, ids.length, ids.join(', '));
    const why = claims.map(({ trace }) => placeOf(trace));
    return [tell(isWrong ? 'fail' : 'needs-review', { text, why, part: form })];
  });
}

/** Ids of purposes that the TC string claims an interest for; null: there is no TC string. */
function interestsIn({ scenario, step }: StepTrace): readonly number[] | 'unknown' | null {
  const signal = effectiveSignals(step.timeline.events).get('tcf');
  if (signal === undefined || scenario.id === 'accept') return null;
  if (signal.note.includes('gdprApplies=false')) return null;
  const ids = signal.details?.legitimateInterests;
  if (typeof ids === 'number') return [ids];
  if (typeof ids !== 'string') return 'unknown';
  return ids.split(/\D+/).flatMap((id) => (id === '' ? [] : [Number(id)]));
}

function bySwitch({ walk }: WalkEvidence): Finding[] {
  const { banner, settings } = readingsOf(walk);
  const toggles = [...(banner?.toggles ?? []), ...(settings?.toggles ?? [])];
  const on = toggles.filter((toggle) => toggle.legitimateInterest && toggle.on);
  const [first] = on;
  if (first === undefined) return [];
  const labels = listOf(on.map(({ label }) => quote(label)));
  const text = message('consent.walk.legitimateInterest.failSwitch', on.length, labels);
  return [tell('fail', { text, selector: first.selector, part: 'switch' })];
}
