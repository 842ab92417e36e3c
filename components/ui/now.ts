import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The time, told anew twice a minute, for ages that are shown. */
export function createNow(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 30_000);
  onCleanup(() => clearInterval(timer));
  return now;
}
