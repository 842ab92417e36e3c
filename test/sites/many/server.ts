import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of the site does: most are pages, some are trouble. */
export const KINDS = [
  'form',
  'text',
  'covered',
  'frames',
  'shadow',
  'redirect',
  'none',
  'away',
  'hangs',
  'spins',
  'crashes',
] as const;

export type Kind = (typeof KINDS)[number];

/** Kinds that can't be audited, and how the reason for it begins. */
export const NOT_REACHED: Readonly<Partial<Record<Kind, RegExp>>> = {
  none: /status 404/,
  away: /leads to another site/,
  hangs: /longer than|Timeout/i,
  spins: /longer than|Timeout/i,
  crashes: /crash/i,
};

/** A site of many pages on loopback. Every address is `/<kind>/<number>`. */
export async function startMany(): Promise<{
  readonly origin: string;
  readonly close: () => void;
}> {
  const server = createServer((request, response) => {
    const [, name = '', number = '0'] = (request.url ?? '/').split('/');
    const kind = KINDS.find((each) => each === name);
    if (kind === 'hangs') return;
    if (kind === 'redirect')
      return void response.writeHead(302, { location: `/form/${number}` }).end();
    if (kind === 'away') {
      // Another site, which is this server under its other name.
      const { port } = server.address() as AddressInfo;
      return void response.writeHead(302, { location: `http://localhost:${port}/form/0` }).end();
    }
    const body = kind ? BODIES[kind]?.(Number(number)) : undefined;
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ? `<!doctype html><title>${name} ${number}</title>${body}` : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const BODIES: Readonly<Partial<Record<Kind, (n: number) => string>>> = {
  form: (n) =>
    `<form><label>Email <input name="email" value="p${n}@example.com"></label>
     <label>Phone <input name="phone" type="tel"></label>
     <label>Card <input autocomplete="cc-number"></label></form>`,
  text: (n) =>
    Array.from({ length: 400 }, (_, i) => `<p>Order ${n}-${i}: p${i}@example.com</p>`).join(''),
  covered: (n) => `<p class="rr-mask">p${n}@example.com</p>`,
  frames: (n) => `<iframe src="/form/${n}"></iframe><iframe src="/text/${n}"></iframe>`,
  shadow: (n) =>
    `<div id="host"></div><script>
       document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = '<p>p${n}@example.com</p>';
     </script>`,
  spins: () => '<script>for (;;);</script>',
  // More than a renderer's heap can hold: the browser ends the process.
  crashes: () => '<script>const held = []; for (;;) held.push(new Array(1e7).fill(1.5));</script>',
};
