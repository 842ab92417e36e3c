/** Time as a port: milliseconds since the epoch, so that tests and replays choose it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
