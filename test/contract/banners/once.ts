import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes something once a run. A test that fails takes its worker with it, and the next one would begin
 * from nothing: what took minutes to see is kept in a file.
 */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const file = join(
    tmpdir(),
    `hushmap-banners-${process.env.BANNERS_RUN ?? process.pid}-${name}.json`,
  );
  // Written below by the same code, in the same run.
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = await make();
  writeFileSync(file, JSON.stringify(made));
  return made;
}

/** Does something for each of many, some at a time, in their order. */
export async function inTurn<T>(
  many: readonly T[],
  atATime: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = [...many];
  const next = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atATime }, next));
}
