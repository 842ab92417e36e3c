import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { type Traffic, TrafficSchema } from '../../lib/protocol/traffic';
import { ask, waitFor } from '../run/drive';
import { expect, test } from './fixture';
import { openWorkspace } from './steps';

const MAIL = 'ada.lovelace@acme.test';

/** A page that sends an address in many ways, each to a path of its own. */
const PAGE = `<!doctype html><title>Leaks</title><h1>Leaks</h1>
<script>
  const mail = ${JSON.stringify(MAIL)};
  const quiet = (promise) => Promise.resolve(promise).catch(() => undefined);
  const post = (way, body, more) => quiet(fetch('/leak/' + way, { method: 'POST', body, ...more }));
  const packed = async (text) => new Uint8Array(await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
  window.leak = async () => {
    await post('fetch-text', JSON.stringify({ who: { mail } }));
    await post('fetch-form', new URLSearchParams({ mail }));
    const data = new FormData();
    data.append('mail', mail);
    await post('fetch-multipart', data);
    await post('fetch-gzip', await packed('mail=' + mail));
    await post('fetch-blob', new Blob(['mail=' + mail], { type: 'text/plain' }));
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/leak/xhr');
    xhr.send('mail=' + mail);
    navigator.sendBeacon('/leak/beacon-text', 'mail=' + mail);
    navigator.sendBeacon('/leak/beacon-blob', new Blob(['mail=' + mail]));
    new Image().src = '/leak/image?mail=' + encodeURIComponent(mail);
    // A cookie of document.cookie may come after the next request: that one leaves without it.
    await cookieStore.set('who', mail);
    await quiet(fetch('/leak/cookie'));
    await cookieStore.delete('who');
    await cookieStore.set({ name: 'of-worker', value: mail, path: '/leak/worker/' });
    const frame = document.createElement('iframe');
    frame.name = 'into';
    document.body.append(frame);
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/leak/form', target: 'into' });
    const input = document.createElement('input');
    Object.assign(input, { name: 'mail', value: mail });
    form.append(input);
    document.body.append(form);
    form.submit();
    const worker = new Worker(URL.createObjectURL(new Blob([
      'fetch("' + location.origin + '/leak/worker/", { method: "POST", body: "mail=' + mail + '" })'])));
    const socket = new WebSocket(location.origin.replace('http', 'ws') + '/leak/socket');
    socket.onopen = () => socket.send('mail=' + mail);
  };
</script>`;

/** Ways that DevTools shows; it shows neither a WebSocket's frames nor cookies of a worker's requests. */
const SEEN = [
  'fetch-text',
  'fetch-form',
  'fetch-multipart',
  'fetch-gzip',
  'fetch-blob',
  'xhr',
  'beacon-text',
  'beacon-blob',
  'image',
  'Cookie: who',
  'form',
  'worker',
];

/** The ways that a mail address was seen to go; a cookie stands under its own name. */
const waysIn = (traffic: Traffic | null): string[] =>
  (traffic?.rows ?? [])
    .filter((row) => row.class === 'email')
    .map(({ where }) => /leak\/([\w-]+)/.exec(where)?.[1] ?? where);

test('personal data in the traffic of a visit is told by class, place and receiver, and no value', async ({
  hushmap,
  tab,
}) => {
  /** Cookies by the path that they came to. */
  const cookies = new Map<string, string | undefined>();
  const server = createServer((request, response) => {
    cookies.set(request.url ?? '', request.headers.cookie);
    request.resume();
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(request.url === '/' ? PAGE : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  await tab.goto(`http://127.0.0.1:${port}/`);
  const tabId = await hushmap.tabId(tab);
  const { panel } = await hushmap.openAuditPanel(tab);
  await expect(panel.getByRole('button', { name: 'Audit this site' })).toBeVisible();
  await tab.evaluate('leak()');
  const own = await openWorkspace(hushmap);
  const read = async () =>
    v.parse(v.nullable(TrafficSchema), await ask(own, 'audit.trafficState', { tabId }));
  const traffic = await waitFor<Traffic | null>(
    read,
    (state) => SEEN.every((way) => waysIn(state).includes(way)),
    'The traffic',
    30_000,
  );
  // Whatever stands in neither list is a way that nobody has looked at.
  expect(waysIn(traffic).sort()).toEqual([...SEEN].sort());
  expect(traffic?.unseen.requests).toBe(0);
  expect(JSON.stringify(traffic)).not.toContain('lovelace');
  // It has left, DevTools does not show it, and the panel says so.
  expect(cookies.get('/leak/worker/')).toContain(MAIL);

  await tab.bringToFront();
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await panel.getByRole('tab', { name: /^Wire/ }).click();
  await expect(panel.getByTestId('wire-summary')).toContainText('went to 1 receiver');
  await expect(
    panel.getByText("Not seen here: WebSockets, WebRTC, cookies of workers' requests"),
  ).toBeVisible();
  server.close();
  server.closeAllConnections();
});
