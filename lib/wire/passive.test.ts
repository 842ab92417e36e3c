import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openPassive } from './passive';

const MAIL = 'ada.lovelace@acme.test';

it('tells which classes reach which receiver, and no value', () => {
  const passive = openPassive();
  const url = 'https://r.test/collect';
  passive.read({ id: '1', url: `https://ads.test/?e=${encodeURIComponent(MAIL)}` }, 1000);
  passive.read({ id: '2', url, body: gzipSync(JSON.stringify({ who: { mail: MAIL } })) }, 2000);
  passive.read(
    {
      id: '3',
      url,
      body: gzipSync(JSON.stringify({ session_id: 'abcd-1234', who: { mail: MAIL } })),
    },
    3000,
  );
  passive.read({ id: '4', url, body: 'nothing=1', unseen: 7 }, null);
  const report = passive.report();
  expect(report).toEqual({
    sightings: [
      {
        receiver: 'ads.test',
        class: 'email',
        channel: 'request-url',
        where: 'https://ads.test/?e',
        time: '1970-01-01T00:00:01.000Z',
        last: '1970-01-01T00:00:01.000Z',
        count: 1,
      },
      {
        receiver: 'r.test',
        class: 'email',
        channel: 'request-body',
        where: 'https://r.test/collect',
        time: '1970-01-01T00:00:02.000Z',
        last: '1970-01-01T00:00:03.000Z',
        count: 2,
      },
    ],
    more: 0,
    requests: 4,
    opaque: { unseen: 7 },
  });
});
