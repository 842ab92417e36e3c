import { describe, expect, it } from 'vitest';
import { openPassive } from '../../wire/passive';
import { trafficOf } from './traffic-log';

const told = { since: 1_000, unseenRequests: 3 };

describe('traffic as the panel shows it', () => {
  it('names the place, the receiver, whose it is, and when', () => {
    const passive = openPassive();
    const body = JSON.stringify({ mail: 'ada.lovelace@acme.test' });
    passive.read({ id: '', url: 'https://eu.i.posthog.com/i/v0/e/', body }, 5_000);
    passive.read(
      { id: '', url: 'https://acme.test/x', headers: { Cookie: 'who=a@acme.test' } },
      null,
    );
    const { rows, requests, unseen } = trafficOf(passive.report(), told);
    expect(requests).toBe(2);
    expect(unseen).toEqual({ requests: 3, bytes: 0 });
    expect(rows).toMatchObject([
      { class: 'email', recorder: 'posthog', place: 'body', first: 5_000, last: 5_000, count: 1 },
      { receiver: 'acme.test', recorder: null, place: 'header', where: 'Cookie: who', last: null },
    ]);
  });

  it('counts rows that do not fit', () => {
    const passive = openPassive();
    for (let i = 0; i < 620; i++) {
      passive.read({ id: '', url: `https://r.test/page-${i}?to=ada@acme.test` }, i);
    }
    const { rows, more } = trafficOf(passive.report(), told);
    expect(rows).toHaveLength(500);
    expect(more).toBe(120);
  });
});
