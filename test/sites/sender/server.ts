import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TRANSPORT_WORKER } from './transports';

/** Every way in which a page can send something to a recorder's back end, by the name it arrives under. */
export const WAYS = [
  'fetch',
  'keepalive',
  'xhr',
  'beacon',
  'image',
  'websocket',
  'event-source',
  'form-in-frame',
  'same-origin-frame',
  'srcdoc-frame',
  'blob-frame',
  'worker',
  'shared-worker',
  'service-worker',
] as const;

export type Way = (typeof WAYS)[number];

export interface Sender {
  readonly origin: string;
  /** The same server under another name: what a frame of another site is. */
  readonly otherOrigin: string;
  /** `<way> <path>` of all that has arrived under `?way=`, whatever host it was sent to. */
  readonly arrived: () => ReadonlySet<string>;
  readonly forget: () => void;
  readonly close: () => void;
}

/** The host that the page's recorder sends to; Chromium is told to find it on this machine. */
export const VENDOR_HOST = 'us.i.posthog.com';

/**
 * A site whose page sends in every way to a recorder's vendor, to a proxy of its own that its
 * recorder was told of, and to one that nobody was told of. One server on loopback is all of them.
 */
export async function startSender(): Promise<Sender> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server.test');
    note(url);
    const { port } = server.address() as AddressInfo;
    const [type, body] = answer(url.pathname, port);
    response.writeHead(200, {
      'content-type': type,
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  server.on('upgrade', (request, socket) => {
    note(new URL(request.url ?? '/', 'http://server.test'));
    socket.destroy();
  });
  function note(url: URL): void {
    const way = url.searchParams.get('way');
    if (way !== null) seen.add(`${way} ${url.pathname}`);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    arrived: () => new Set(seen),
    forget: () => seen.clear(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(path: string, port: number): readonly [string, string] {
  if (path === '/') return ['text/html', page(port)];
  if (path === '/frame') return ['text/html', `<script src="/ways.js"></script>`];
  if (path === '/ways.js') return ['text/javascript', WAYS_SCRIPT];
  if (path === '/worker.js') return ['text/javascript', WORKER];
  if (path === '/shared.js') return ['text/javascript', SHARED];
  if (path === '/transport-worker.js') return ['text/javascript', TRANSPORT_WORKER];
  return ['text/plain', ''];
}

const page = (port: number): string => `<!doctype html><title>Sender</title>
<h1>Sender</h1>
<label>Email <input type="email" name="email"></label>
<script>
  // As much of posthog-js as tells that it is there, and where it was told to send.
  window.posthog = {
    version: '1.449.2',
    config: { api_host: location.origin + '/ingest', session_recording: {} },
    sessionRecordingStarted: () => true,
  };
</script>
<script src="/ways.js"></script>
<script>
  const vendor = 'http://${VENDOR_HOST}:${port}/s/';
  const told = location.origin + '/ingest/s/';
  const untold = location.origin + '/hidden/s/';
  window.sendAll = async () => {
    for (const to of [vendor, told, untold]) await ways(to);
  };
</script>`;

/** `ways(to)` sends to an address in every way; it waits for none longer than a moment. */
const WAYS_SCRIPT = `
const at = (to, way) => to + '?way=' + way;
const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function frame(set) {
  const element = document.createElement('iframe');
  set(element);
  document.body.append(element);
  return element;
}
async function ways(to) {
  const quiet = (promise) => promise.catch(() => undefined);
  quiet(fetch(at(to, 'fetch'), { method: 'POST', body: 'x', mode: 'no-cors' }));
  quiet(fetch(at(to, 'keepalive'), { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }));
  const xhr = new XMLHttpRequest();
  xhr.open('POST', at(to, 'xhr'));
  xhr.send('x');
  navigator.sendBeacon(at(to, 'beacon'), 'x');
  new Image().src = at(to, 'image');
  new WebSocket(at(to, 'websocket').replace(/^http/, 'ws')).onerror = () => undefined;
  const source = new EventSource(at(to, 'event-source'));
  source.onerror = () => source.close();
  const inFrame = frame((element) => { element.name = 'into' + Math.random(); });
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: at(to, 'form-in-frame'), target: inFrame.name });
  form.innerHTML = '<input name="way" value="form-in-frame">';
  document.body.append(form);
  form.submit();
  const send = (way) => "<script>fetch('" + at(to, way) + "', { method: 'POST', body: 'x', mode: 'no-cors' })</" + "script>";
  const same = frame((element) => { element.src = '/frame'; });
  same.onload = () => quiet(same.contentWindow.fetch(at(to, 'same-origin-frame'), { method: 'POST', body: 'x', mode: 'no-cors' }));
  frame((element) => { element.srcdoc = send('srcdoc-frame'); });
  frame((element) => { element.src = URL.createObjectURL(new Blob([send('blob-frame')], { type: 'text/html' })); });
  new Worker('/worker.js').postMessage(at(to, 'worker'));
  new SharedWorker('/shared.js').port.postMessage(at(to, 'shared-worker'));
  const registered = navigator.serviceWorker.register('/worker.js').then((registration) => {
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    worker.postMessage(at(to, 'service-worker'));
  });
  // A browser may never answer.
  await Promise.race([quiet(registered), moment(5000)]);
  await moment(1500);
}`;

const WORKER = `onmessage = ({ data }) => {
  fetch(data, { method: 'POST', body: 'x', mode: 'no-cors' }).catch(() => undefined);
};`;

const SHARED = `onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    fetch(data, { method: 'POST', body: 'x', mode: 'no-cors' }).catch(() => undefined);
  };
};`;
