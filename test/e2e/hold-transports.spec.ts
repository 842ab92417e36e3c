import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { HoldStateSchema } from '../../lib/protocol/hold';
import { ask } from '../run/drive';
import { type ExtensionBrowser, launchWithExtension } from '../run/extension';
import { type Listener, listenTcp, listenUdp } from '../sites/sender/listeners';
import { type Sender, startSender, VENDOR_HOST } from '../sites/sender/server';
import { askRelays, openTransport, TRANSPORT_WAYS } from '../sites/sender/transports';
import { BUILD } from './fixture';
import { openWorkspace } from './steps';

let sender: Sender;
let hushmap: ExtensionBrowser;
let udp: Listener;
let tcp: Listener;
let tab: Page;

test.beforeEach(async () => {
  [sender, udp, tcp] = await Promise.all([startSender(), listenUdp(), listenTcp()]);
  hushmap = await launchWithExtension({
    extension: BUILD,
    viewport: { width: 1280, height: 800 },
    // WebRTC leaves this machine's own addresses out, unless it is told otherwise.
    args: [
      `--host-resolver-rules=MAP ${VENDOR_HOST} 127.0.0.1`,
      '--allow-loopback-in-peer-connection',
    ],
  });
  tab = hushmap.context.pages()[0] ?? (await hushmap.context.newPage());
});

test.afterEach(async () => {
  await hushmap.close();
  for (const each of [sender, udp, tcp]) each.close();
});

/** Switches a hold or a quiet view of the tab on or off, and loads the page anew. */
async function switchTo(name: 'hold.on' | 'hold.off' | 'quiet.on'): Promise<unknown> {
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  const state =
    name === 'quiet.on'
      ? await ask(own, 'quiet.set', { tabId, on: true })
      : await ask(own, name, { tabId, whole: false });
  await own.close();
  await tab.bringToFront();
  await tab.reload();
  return state;
}

/** Ways of WebTransport by which a packet arrived at the held host. */
async function arriving(): Promise<string[]> {
  const arrived: string[] = [];
  for (const way of TRANSPORT_WAYS) {
    // A port of its own, since what nobody answers is sent again and again.
    const port = await listenUdp();
    // What the browser refuses ends before anything is sent, and what nobody answers goes on.
    const came = await Promise.race([
      openTransport(tab, way, `https://${VENDOR_HOST}:${port.port}/s/`),
      port.first.then(() => 'a packet'),
    ]);
    const hasArrived = port.bytes() > 0;
    port.close();
    if (hasArrived) arrived.push(way);
    expect([way, came]).toEqual([way, hasArrived ? 'a packet' : 'WebTransportError']);
  }
  return arrived;
}

test('a hold and a quiet view block WebTransport, from the page and from its workers', async () => {
  await tab.goto(`${sender.origin}/`);
  expect(await arriving()).toEqual(TRANSPORT_WAYS);
  await switchTo('hold.on');
  expect(await arriving()).toEqual([]);
  await switchTo('hold.off');
  expect(await arriving()).toEqual(TRANSPORT_WAYS);
  await switchTo('quiet.on');
  expect(await arriving()).toEqual([]);
});

test('WebRTC reaches a held host all the same, which the hold says', async () => {
  // A page at one name of this machine, whose recorder sends to another.
  await tab.goto(`${sender.otherOrigin}/`);
  await tab.evaluate(`posthog.config.api_host = ${JSON.stringify(sender.origin)}`);
  const { plan } = v.parse(HoldStateSchema, await switchTo('hold.on'));
  expect(plan?.escapes.map(({ id }) => id)).toContain('hold.escape.webRtc');
  const { hostname } = new URL(sender.origin);
  expect(plan?.recorders.flatMap(({ places }) => places)).toContain(new URL(sender.origin).host);
  const isRefused = await tab.evaluate<boolean>(
    `fetch('${sender.origin}/s/?way=fetch', { mode: 'no-cors' }).then(() => false, () => true)`,
  );
  expect(isRefused).toBe(true);
  expect([...sender.arrived()]).toEqual([]);
  await askRelays(tab, [
    { urls: `stun:${hostname}:${udp.port}` },
    { urls: `turn:${hostname}:${tcp.port}?transport=tcp`, username: 'ada', credential: 'x' },
  ]);
  await expect.poll(() => udp.bytes()).toBeGreaterThan(0);
  await expect.poll(() => tcp.bytes()).toBeGreaterThan(0);
});
