import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A port of this machine that takes whatever comes and answers nothing. */
export interface Listener {
  readonly port: number;
  /** Bytes that have arrived. */
  readonly bytes: () => number;
  readonly close: () => void;
}

interface UdpListener extends Listener {
  /** Ends with the first packet. */
  readonly first: Promise<void>;
}

/** What QUIC and STUN arrive at. */
export async function listenUdp(): Promise<UdpListener> {
  let bytes = 0;
  const socket = createSocket('udp4', (message) => {
    bytes += message.length;
  });
  const first = new Promise<void>((resolve) => socket.once('message', () => resolve()));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    bytes: () => bytes,
    first,
    close: () => socket.close(),
  };
}

/** What a relay of WebRTC is asked at, where a page names one with `transport=tcp`. */
export async function listenTcp(): Promise<Listener> {
  let bytes = 0;
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      bytes += data.length;
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on');
  return {
    port: address.port,
    bytes: () => bytes,
    close: () => server.close(),
  };
}
