import type { Page } from 'playwright/test';
import type { RecorderState } from '../../../lib/protocol/recorders';
import type { WireRequest } from '../../../lib/wire/contract';
import type { Classes } from './canaries';
import type { Setup } from './harness';
import type { Snapshot } from './recording';

/** Runs one real recorder offline, as a page would, and reads back what it sent. */
export interface Driver {
  readonly classes: Classes;
  /**
   * Answers a request of the recorder's to its back end, and keeps what came with it. Null: this
   * request is not the recorder's.
   */
  answer?(request: Asked, received: Received): Answer | null;
  /** Loads the package into the page and starts it with the setup's options. */
  start(page: Page, setup: Setup, received: Received): Promise<void>;
  /** What the rules are asked with: options read from the page as the extension reads them, or entered. */
  state(page: Page, setup: Setup): Promise<RecorderState>;
  /** Has the page's changes recorded anew; only for recorders that can. */
  again?(page: Page): Promise<void>;
  /** An expression of rrweb's mirror, where the recorder shows it: values are then compared node by node. */
  readonly mirror?: string;
  /** Stops the recorder and decodes all that it sent. `nodes`: ids that a complete recording holds. */
  finish(page: Page, received: Received, nodes: readonly number[]): Promise<Recording>;
}

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly body: Buffer | null;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body: string;
}

/** Bodies that the recorder sent, by a name of the driver's own choice. */
export type Received = Map<string, Buffer[]>;

export interface Recording {
  /** The snapshot with its nodes, for recorders of the rrweb family; else null. */
  readonly snapshot: Snapshot | null;
  /** All that was sent, decoded, as text: what is not in it was not recorded. */
  readonly payload: string;
  /** What the recorder's product sent beside the recording: views, clicks, requests, errors. */
  readonly beside?: string;
  /** Requests as a server of the driver's own got them, where the browser does not show them whole. */
  readonly arrived?: readonly WireRequest[];
}

export function keep(received: Received, name: string, body: Buffer | null): void {
  if (body) received.set(name, [...(received.get(name) ?? []), body]);
}

/** An answer of a back end on another origin. */
export const jsonAnswer = (value: unknown): Answer => ({
  headers: CORS,
  contentType: 'application/json',
  body: JSON.stringify(value),
});

export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': '*',
};

/** @throws Error where it does not become true within half a minute. */
export async function waitUntil(
  done: () => boolean | Promise<boolean>,
  otherwise: string,
): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(otherwise);
}
