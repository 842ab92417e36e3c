/** Random choices that a seed decides. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number;
  pick(from: string): string;
}

/** @param sign from text to hex, under the key of the run. */
export function createDice(sign: (text: string) => string, name: string): Dice {
  let block = '';
  let blocks = 0;
  const next32 = (): number => {
    if (block.length < 8) block = sign(`${blocks++}\n${name}`);
    const value = Number.parseInt(block.slice(0, 8), 16);
    block = block.slice(8);
    return value;
  };
  // 2^32 over a few dozen choices: what the remainder favours is beyond notice.
  const roll = (below: number): number => next32() % below;
  return { roll, pick: (from) => from.charAt(roll(from.length)) };
}
