import { describe, expect, it } from 'vitest';
import { mergeRequests } from './merge-requests';
import { event } from './testing/visit';

const call = event.request(1, 'https://a.test/s/?ip', { via: 'fetch', bytes: 10 });
const timing = event.request(1.02, 'https://a.test/s/?ip', { via: 'resource', method: '' });
const network = event.request(1.01, 'https://a.test/s/', { via: 'network', bytes: 12 });

describe('mergeRequests', () => {
  it('joins what three witnesses saw of one request, in the words of the page’s own call', () => {
    expect(mergeRequests([network, timing, call])).toEqual([call]);
  });

  it('keeps two equal requests apart, each with its own witnesses', () => {
    const second = { ...call, t: call.t + 500 };
    const twice = [call, timing, second, { ...timing, t: second.t + 20 }, network];
    expect(mergeRequests(twice).map(({ t }) => t)).toEqual([call.t, second.t]);
  });

  it('takes the method and the size from whichever witness knows them', () => {
    const [merged] = mergeRequests([timing, network]);
    expect(merged).toMatchObject({ method: 'POST', bytes: 12, t: network.t });
  });

  it('keeps what only one witness saw', () => {
    expect(mergeRequests([timing])).toEqual([timing]);
    expect(mergeRequests([network])).toEqual([network]);
  });

  it('does not join other places, other methods or other moments', () => {
    const others = [
      { ...network, url: 'https://b.test/s/' },
      { ...network, method: 'GET' },
      { ...network, t: call.t + 10_000 },
    ];
    expect(mergeRequests([call, ...others])).toHaveLength(4);
  });

  it('keeps an attribution that any witness has', () => {
    const attributed = { ...network, recorder: 'posthog', purpose: 'ingest' } as const;
    expect(mergeRequests([call, attributed])).toEqual([
      { ...call, recorder: 'posthog', purpose: 'ingest' },
    ]);
  });

  it('is linear enough for a full tape', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({ ...call, t: call.t + i }));
    expect(mergeRequests(many)).toHaveLength(5_000);
  });
});
