import { describe, expect, it } from 'vitest';
import { openPassive } from '../passive';

const MAIL = 'ada.lovelace@acme.test';

function headersOf(headers: Readonly<Record<string, string>>) {
  const passive = openPassive();
  passive.read({ id: '1', url: 'https://r.test/x', headers }, null);
  return passive.report().sightings.map(({ class: pii, where }) => `${pii} in ${where}`);
}

describe('headers of a request', () => {
  it('are read with their encodings undone, cookies by name', () => {
    const cookie = `theme=dark; who=${encodeURIComponent(MAIL)}; b=${btoa(`{"mail":"${MAIL}"}`)}`;
    expect(headersOf({ Cookie: cookie })).toEqual(['email in Cookie: who', 'email in Cookie: b']);
    expect(headersOf({ 'X-User': MAIL })).toEqual(['email in X-User']);
    const referer = `https://acme.test/reset?mail=${encodeURIComponent(MAIL)}`;
    expect(headersOf({ referer })).toEqual(['email in referer']);
  });

  it('say nothing personal by the address of the site or the name of the browser', () => {
    expect(
      headersOf({
        Host: '203.0.113.9:8080',
        Origin: 'http://203.0.113.9:8080',
        Referer: 'http://203.0.113.9:8080/',
        'User-Agent': 'Mozilla/5.0 Chrome/156.0.0.0',
        'sec-ch-ua': '"Chromium";v="156.0.0.1"',
        ':authority': '203.0.113.9',
      }),
    ).toEqual([]);
  });
});
