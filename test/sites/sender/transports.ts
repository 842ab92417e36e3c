import type { Page } from 'playwright';

/** Opens a session of WebTransport to whatever address it is given, and says how that went. */
const OPEN = `const open = (url, tell) =>
  new WebTransport(url).ready.then(() => tell('ready'), (error) => tell(error.name));`;

/** The same in every kind of worker. */
export const TRANSPORT_WORKER = `${OPEN}
onmessage = ({ data, source }) => open(data, (how) => (source ?? self).postMessage(how));
onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => open(data, (how) => port.postMessage(how));
};`;

/** Where a page opens a session of WebTransport from. */
export const TRANSPORT_WAYS = ['page', 'worker', 'shared-worker', 'service-worker'] as const;

export type TransportWay = (typeof TRANSPORT_WAYS)[number];

/**
 * Opens a session of WebTransport, and waits for its end, which may never come where the receiver
 * never answers.
 *
 * @returns how it ended.
 */
export const openTransport = (tab: Page, way: TransportWay, url: string): Promise<string> =>
  tab.evaluate<string>(`(async () => {
    const url = ${JSON.stringify(url)};
    const script = '/transport-worker.js';
    ${OPEN}
    return new Promise((tell) => {
      const heard = ({ data }) => tell(data);
      ({
        page: () => open(url, tell),
        worker: () => {
          const worker = new Worker(script);
          worker.onmessage = heard;
          worker.postMessage(url);
        },
        'shared-worker': () => {
          const { port } = new SharedWorker(script);
          port.onmessage = heard;
          port.postMessage(url);
        },
        'service-worker': async () => {
          const registration = await navigator.serviceWorker.register(script, { scope: '/transport/' });
          const worker = registration.active ?? registration.waiting ?? registration.installing;
          navigator.serviceWorker.onmessage = heard;
          navigator.serviceWorker.startMessages();
          worker.postMessage(url);
        },
      })[${JSON.stringify(way)}]();
    });
  })()`);

/** Has WebRTC look for a way to a peer by these servers. A name that a relay is asked under goes along. */
export const askRelays = (tab: Page, servers: readonly object[]): Promise<void> =>
  tab.evaluate<void>(`(async () => {
    const connection = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} });
    connection.createDataChannel('events');
    await connection.setLocalDescription(await connection.createOffer());
  })()`);
