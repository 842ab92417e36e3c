import { describe, expect, it } from 'vitest';
import type { ScanRequest } from '../../protocol/scan-request';
import { judgeAt } from '../../recorders/judge';
import { createScanSession } from './session';

const REQUEST: ScanRequest = {
  runKey: '0a'.repeat(32),
  watch: false,
  recorders: [
    {
      id: 'rrweb',
      detected: true,
      recording: true,
      version: '2.2.2',
      optionSource: 'read',
      options: {},
    },
  ],
};
const TRYING = { ...REQUEST, preview: true };

async function tried() {
  document.body.innerHTML = '<p>Write to ada@example.com</p><p>or to bob@example.com</p>';
  const before = document.body.innerHTML;
  const life = new AbortController();
  const ports = { closedShadowRoot: () => null, judgeAt };
  const session = createScanSession(document, ports, () => undefined, life.signal);
  const { sightings } = await session.scan(REQUEST);
  const marks = sightings.map(({ template, channel, attribute }) => {
    return { frame: 0, template, channel, attribute, text: 'class="rr-mask"' };
  });
  const { evidence, elements } = await session.mark(TRYING, marks);
  const captures = async (request: ScanRequest) =>
    (await session.scan(request)).sightings.map(({ predictions }) => predictions[0]?.capture);
  return { session, life, before, evidence, elements, captures };
}

describe('marks that are tried out', () => {
  it('stand on every element of their template, after evidence of the page without them', async () => {
    const { evidence, elements, captures } = await tried();
    expect(elements).toBe(2);
    expect(evidence.sightings.map(({ predictions }) => predictions[0]?.capture)).toEqual([
      'plain',
      'plain',
    ]);
    expect(await captures(TRYING)).toEqual(['masked', 'masked']);
  });

  it('never come into a scan of the page as it is, whoever forgot to take them away', async () => {
    const { captures, before } = await tried();
    expect(await captures(REQUEST)).toEqual(['plain', 'plain']);
    expect(document.body.innerHTML).toBe(before);
  });

  it('go away when they are taken away, and with the session', async () => {
    const first = await tried();
    first.session.unmark();
    expect(document.body.innerHTML).toBe(first.before);
    const second = await tried();
    second.life.abort();
    expect(document.body.innerHTML).toBe(second.before);
  });
});
