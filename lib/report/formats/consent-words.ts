import type { ReconcileColumn, ReconcileState } from '../../consent/reconcile';
import type { Mark, RecorderDid } from '../../consent/walk-matrix';
import type { ScenarioId, StepId } from '../../protocol/walk/scenarios';
import type { ConsentFile, ConsentFileScenario, ConsentFileStep } from '../consent-file-schema';

/** What the reports of a consent file call its parts. */
export const SCENARIO_WORDS: Readonly<Record<ScenarioId, string>> = {
  untouched: 'Nothing touched',
  reject: 'Rejected',
  accept: 'Accepted',
  withdraw: 'Accepted, then withdrawn',
  'settings-off': 'Everything switched off in the settings',
  gpc: 'Global Privacy Control on, nothing touched',
  scroll: 'Scrolled, nothing pressed',
};

export const STEP_WORDS: Readonly<Record<StepId, string>> = {
  before: 'Before the choice',
  warm: 'Before it, second visit',
  after: 'After the choice',
  withdrawn: 'After the withdrawal',
  reload: 'Reloaded',
  'reload-2': 'Reloaded again',
  'reload-3': 'Reloaded a third time',
  'second-page': 'A second page',
};

export const DEED_WORDS: Readonly<Record<RecorderDid, string>> = {
  none: 'nothing',
  loaded: 'loaded',
  storage: 'stored something',
  analytics: 'sent events',
  started: 'began to record',
  ingest: 'sent recordings',
};

/** A sign and a word for how a cell stands to the choice. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  ok: '<b class="pass">✓ as chosen</b>',
  fail: '<b class="fail">✗ against the choice</b>',
  review: '<b class="review">? needs a person</b>',
  unknown: '<span class="dim">~ nothing seen, which is no proof</span>',
  'not-walked': '<span class="dim">– not walked</span>',
};

export const COLUMN_WORDS: Readonly<Record<ReconcileColumn, string>> = {
  choice: 'Choice',
  tcf: 'TCF',
  'consent-mode': 'Consent Mode',
  wire: 'On the wire',
  cmp: 'Platform',
  storage: 'Storage',
  traffic: 'Traffic',
};

export const SAYING_WORDS: Readonly<Record<ReconcileState, string>> = {
  granted: 'granted',
  denied: 'denied',
  mixed: 'partly',
  unset: 'says nothing',
};

export const STATE_WORDS: Readonly<Record<ConsentFileScenario['state'], string>> = {
  walked: 'walked to its end',
  partly: 'walked in part',
  'not-walked': 'not walked',
};

export const AIM_WORDS: Readonly<Record<ConsentFileStep['clicks'][number]['aim'], string>> = {
  reject: 'to reject',
  accept: 'to accept',
  settings: 'to open the settings',
  toggle: 'to switch a purpose',
  save: 'to save the choice',
  reopen: 'to open the banner again',
};

/** `Rejected`, and `Rejected (3)` where a path was walked more than once. */
export const scenarioName = ({ id, repeat }: Pick<ConsentFileScenario, 'id' | 'repeat'>): string =>
  repeat === 0 ? SCENARIO_WORDS[id] : `${SCENARIO_WORDS[id]} (${repeat + 1})`;

/** `12 requests, 3 cookies, 1 stored name` */
export const countsOf = ({ counts }: ConsentFileStep): string =>
  [
    number(counts.requests, 'request'),
    ...(counts.recordings > 0 ? [number(counts.recordings, 'recording')] : []),
    number(counts.cookies, 'cookie'),
    number(counts.stored, 'stored name'),
  ].join(', ');

export const number = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** `2026-11-22 12:00:00 UTC` */
export const timeOf = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** What a result says nothing about, and why. */
export function limitsOf(file: ConsentFile): string[] {
  const steps = file.scenarios.flatMap((scenario) => scenario.steps);
  const unwalked = file.scenarios.filter(({ state }) => state !== 'walked').length;
  return [
    'It tells what was seen from this place, at this time and in this browser. Elsewhere, or on another day, the site may ask and do otherwise.',
    'A recorder that takes a share of its visitors may not have taken this one.',
    ...(unwalked > 0
      ? [
          `${number(unwalked, 'path')} could not be walked to the end; nothing is known of what comes after.`,
        ]
      : []),
    ...(steps.some(({ counts }) => counts.requestsDropped > 0)
      ? [
          'In some steps there were more requests than are kept, so that one is missing there says nothing.',
        ]
      : []),
    ...(file.vantage.limits?.includes('http-only-cookies')
      ? [
          'Cookies that scripts can not see (HttpOnly) were neither cleared before each path nor listed: the browser was not allowed to.',
        ]
      : []),
    ...(file.vantage.limits?.includes('storage-state')
      ? [
          'The visits did not begin empty: each was given cookies and stored keys from a file (--storage-state). Their names are not told, also where the page keeps them.',
        ]
      : []),
    ...(file.vantage.country === ''
      ? ['The country that the visit came from was not stated.']
      : []),
    'What may be about a person is replaced by its kind, such as ‹email›.',
    'It is a record of what was seen, and no legal advice.',
  ];
}
