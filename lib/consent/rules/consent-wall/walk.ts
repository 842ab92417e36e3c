import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerReading } from '../../../protocol/walk/banner';
import type { Walk } from '../../../protocol/walk/walk';
import { recorderName } from '../../../recorders/names';
import { reconcile } from '../../reconcile';
import { deedsOf, records } from '../../walk/deeds';
import { noBanner, readingsOf, shown } from '../../walk/readings';
import { firstRunOf, isMade, isWatched, stepOf } from '../../walk/steps';
import { listOf, teller } from '../../walk/tell';
import { recordersOfWalk, type StepTrace, tracesOf } from '../../walk/trace';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';

/** The page is there for who refuses, and scrolling is no consent. */
export const consentWall: WalkRule = {
  id: 'consent-wall',
  title: message('consent.walk.consentWall.title'),
  source: 'EDPB Guidelines 05/2020 on consent, §§ 39–41 (cookie walls) and 86 (scrolling)',
  judge(evidence) {
    const { banner } = readingsOf(evidence.walk);
    const wall = banner === null ? noBanner(tell, evidence.walk) : judgeWall(banner, evidence);
    return [...wall, scrolling(evidence)];
  },
};

const tell = teller('consent-wall', 'high');

function judgeWall(banner: BannerReading, { walk, policy }: WalkEvidence): Finding[] {
  const { scrollLocked, inert, blurred, covered } = banner.wall;
  const marks = [
    ...(scrollLocked ? ['scroll lock'] : []),
    ...(inert ? ['inert'] : []),
    ...(blurred ? ['blur'] : []),
  ];
  const share = Math.round(covered * 100);
  const measured = message('consent.walk.consentWall.measured', share, listOf(marks) || '—');
  const told = { why: [measured], selector: banner.selector };
  const isWall = marks.length > 0 || covered > policy.thresholds.covered;
  if (isWall && shown(banner, 'reject').length === 0) {
    return [tell('fail', { ...told, text: message('consent.walk.consentWall.failNoWay', share) })];
  }
  const run = firstRunOf(walk, 'reject');
  const after = stepOf(run, 'after');
  if (run === undefined || after === undefined || !isMade(run)) {
    const text = message('consent.walk.consentWall.reviewNotWalked', share);
    return [tell('needs-review', { ...told, text, why: [measured, whyNotWalked(walk, 'reject')] })];
  }
  if (after.bannerAtEnd) {
    const form = isWall ? 'failStays' : 'reviewStays';
    const text = message(`consent.walk.consentWall.${form}`, share);
    return [tell(isWall ? 'fail' : 'needs-review', { ...told, text })];
  }
  if (isWall) {
    const text = message('consent.walk.consentWall.failWall', share);
    return [tell('fail', { ...told, text, severity: 'medium' })];
  }
  return [tell('pass', { ...told, text: message('consent.walk.consentWall.pass', share) })];
}

/** Recorders that record once somebody has scrolled, and that an untouched page keeps still. */
function startedByScrolling(walk: Walk): readonly { readonly name: string; readonly at: number }[] {
  const traces = tracesOf(walk).filter(({ decided }) => decided === 'unset');
  const isScrolled = ({ scenario, step }: StepTrace): boolean =>
    scenario.id === 'scroll' && step.id !== 'before';
  const isStill = ({ scenario, step }: StepTrace): boolean =>
    scenario.id === 'untouched' || (scenario.id === 'scroll' && step.id === 'before');
  return recordersOfWalk(walk).flatMap((id) => {
    if (deedsOf(id, traces.filter(isStill)).some(records)) return [];
    const [first] = deedsOf(id, traces.filter(isScrolled)).filter(records);
    return first === undefined ? [] : [{ name: recorderName(id), at: first.t }];
  });
}

/** What signals say after somebody scrolled and pressed nothing. */
function scrolling({ walk, policy }: WalkEvidence): Finding {
  const part = 'scroll';
  const run = firstRunOf(walk, 'scroll');
  const last = run?.steps.at(-1);
  if (run === undefined || last === undefined) {
    const text = message('consent.walk.consentWall.reviewScroll');
    return tell('needs-review', { text, why: [whyNotWalked(walk, 'scroll')], part });
  }
  // What stood before anybody scrolled was not brought about by it.
  const rows = reconcile(walk, policy).rows.filter(({ scenario }) => scenario === 'scroll');
  const before = new Set(rows.find(({ step }) => step === 'before')?.disagrees);
  const granted = (['tcf', 'consent-mode', 'cmp'] as const).filter((column) =>
    rows.some(
      ({ step, cells }) =>
        step !== 'before' && cells[column].state === 'granted' && !before.has(column),
    ),
  );
  if (granted.length > 0) {
    const text = message('consent.walk.consentWall.failScroll', listOf(granted));
    return tell('fail', { text, at: last.startedAt, part });
  }
  const started = startedByScrolling(walk);
  if (started.length > 0) {
    const names = listOf(started.map(({ name }) => name));
    const text = message('consent.walk.consentWall.failScrollRecords', names);
    const at = started[0]?.at ?? null;
    return tell('fail', { text, severity: 'critical', at, part });
  }
  const had = run.steps.some(({ banner }) => banner?.visible === true);
  if (had && !last.bannerAtEnd) {
    return tell('needs-review', { text: message('consent.walk.consentWall.reviewScrolled'), part });
  }
  const isSeen = had && run.steps.every(isWatched) && run.steps.length > 1;
  const text = message(
    isSeen ? 'consent.walk.consentWall.passScroll' : 'consent.walk.consentWall.reviewScrollUnseen',
  );
  return tell(isSeen ? 'pass' : 'needs-review', { text, part });
}
