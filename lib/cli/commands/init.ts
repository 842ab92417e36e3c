import { existsSync, writeFileSync } from 'node:fs';
import { EXIT } from '../exit';
import { say } from '../output';
import { NEW_POLICY } from '../policy';
import { UsageError } from '../usage-error';

const FILE = 'hushmap.policy.json';

/** Writes a policy to begin with. */
export async function init(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--force');
  if (unknown !== undefined) throw new UsageError(`hushmap init does not know "${unknown}".`);
  if (existsSync(FILE) && !args.includes('--force')) {
    throw new UsageError(`${FILE} is there already. --force writes a new one over it.`);
  }
  writeFileSync(FILE, `${JSON.stringify(NEW_POLICY, null, 2)}\n`);
  say(`${FILE} is written. docs/cli.md says what each line means.`);
  return EXIT.clear;
}
