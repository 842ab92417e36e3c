import { describe, expect, it } from 'vitest';
import { exceptionFor } from '../../lib/gate/exceptions';
import type { Finding } from '../../lib/protocol/findings';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import { draftFor, type ExceptionDraft, problemsOf, toException } from './exception-draft';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const URL = 'https://acme.test/account?tab';
const findings = AUDIT_STATES.blocked.result?.findings ?? [];

function withId(wanted: string): Finding {
  const found = findings.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no finding ${wanted}.`);
  return found;
}

const plain = withId('f1');
const critical = withId('f2');

const filled = (part: Partial<ExceptionDraft> = {}): ExceptionDraft => ({
  ...draftFor(URL, NOW),
  reason: 'Our own support address.',
  owner: 'Ada',
  ...part,
});

describe('the draft of an exception', () => {
  it('names the page, and a day that is to come', () => {
    const { page, expires } = draftFor(URL, NOW);
    expect([page, expires]).toEqual(['https://acme.test/account*', '2027-02-25']);
  });

  it('gives an exception that covers its finding, and the same field of no other recorder', () => {
    const exception = toException(filled(), plain);
    expect(exceptionFor(plain, URL, [exception], NOW)?.because).toBeNull();
    expect(exceptionFor({ ...plain, recorder: 'sentry' }, URL, [exception], NOW)).toBeNull();
    const wide = toException(filled({ recorders: 'any' }), plain);
    expect(exceptionFor({ ...plain, recorder: 'sentry' }, URL, [wide], NOW)?.because).toBeNull();
  });

  it.each([
    [{ page: ' ' }, { page: 'pageEmpty' }],
    [{ page: 'https://acme.test/other' }, { page: 'pageOther' }],
    [{ reason: 'ok' }, { reason: 'reasonShort' }],
    [{ reason: 'x'.repeat(501) }, { reason: 'tooLong' }],
    [{ owner: '' }, { owner: 'ownerEmpty' }],
    [{ expires: '' }, { expires: 'expiresMissing' }],
    [{ expires: '2026-11-26' }, { expires: 'expiresPast' }],
    [{}, {}],
  ] as const)('%o has the problems %o', (part, problems) => {
    expect(problemsOf(filled(part), plain, URL, NOW)).toEqual(problems);
  });

  it.each([
    ['', 'secondEmpty'],
    [' ada ', 'secondSame'],
    ['Ben', undefined],
  ])('needs another name than the owner for what is critical: "%s"', (approvedBy, problem) => {
    const draft = filled({ approvedBy });
    expect(problemsOf(draft, critical, URL, NOW).approvedBy).toBe(problem);
    const because = exceptionFor(critical, URL, [toException(draft, critical)], NOW)?.because;
    expect(because === null).toBe(problem === undefined);
  });
});
