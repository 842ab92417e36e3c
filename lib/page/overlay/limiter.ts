/**
 * Lets something happen at most `most` times in a window, so that a page which fights us costs
 * neither of us the processor. What was refused is tried once more when the window has passed.
 */
export function createLimiter(
  most: number,
  windowMs: number,
  { now, later }: LimiterClock,
): (act: () => void) => void {
  let recent: number[] = [];
  let waiting = false;
  return function run(act) {
    const time = now();
    recent = recent.filter((then) => time - then < windowMs);
    if (recent.length < most) {
      recent.push(time);
      act();
      return;
    }
    if (waiting) return;
    waiting = true;
    later(() => {
      waiting = false;
      run(act);
    }, windowMs);
  };
}

export interface LimiterClock {
  now(): number;
  later(act: () => void, ms: number): void;
}
