import { loadScript } from './load';
import type { Recorder } from './recorder';
import type { Settings } from './settings';

interface Rrweb {
  record(options: { emit(event: unknown): void; maskAllInputs: boolean }): (() => void) | undefined;
}

declare global {
  interface Window {
    rrweb?: Rrweb;
  }
}

const FLUSH_MS = 400;

/** A recorder that a site makes itself: rrweb, and an address of the site's own. */
export function rrwebRecorder({ page }: Settings, holds: boolean): Recorder {
  let events: unknown[] = [];
  let wanted = false;
  let sends = !holds;
  let end: (() => void) | undefined;
  const flush = (): void => {
    if (!sends || !wanted || events.length === 0) return;
    const body = JSON.stringify({ shop: page.name, events });
    events = [];
    fetch(`/${page.name}/replay`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    }).catch(() => undefined);
  };
  const start = async (): Promise<void> => {
    wanted = true;
    await loadScript('/vendor/rrweb.min.js');
    if (!wanted) return;
    end = window.rrweb?.record({ emit: (event) => events.push(event), maskAllInputs: true });
    setInterval(flush, FLUSH_MS);
  };
  return {
    start: () => {
      start().catch(() => undefined);
    },
    release: () => {
      sends = true;
    },
    stop: () => {
      wanted = false;
      events = [];
      end?.();
      end = undefined;
    },
  };
}
