import { audit } from './commands/audit';
import { autopsy } from './commands/autopsy';
import { consent } from './commands/consent';
import { gate } from './commands/gate';
import { init } from './commands/init';
import { keygen } from './commands/keygen';
import { patch } from './commands/patch';
import { timestamp } from './commands/timestamp';
import { verify } from './commands/verify';
import { EXIT } from './exit';
import { HELP } from './help';
import { say } from './output';
import { UsageError } from './usage-error';
import { VERSION } from './version';

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  audit,
  autopsy,
  consent,
  gate,
  init,
  keygen,
  patch,
  timestamp,
  verify,
};

/** Runs one command. @returns the exit code: 0 clear, 1 blocked or needs proof, 2 usage or infrastructure. */
export async function run(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === '--version' || name === '-v') return print(VERSION);
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      return name === undefined ? fail(HELP.all) : print(args[0] ? helpOf(args[0]) : HELP.all);
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}". Try hushmap --help.`);
    if (args.includes('--help') || args.includes('-h')) return print(helpOf(name));
    return await command(args);
  } catch (cause) {
    if (cause instanceof UsageError) return fail(cause.message);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return fail(`hushmap could not go on: ${reason.split('\n')[0]}`);
  }
}

const helpOf = (name: string): string =>
  Object.hasOwn(HELP, name) ? HELP[name as keyof typeof HELP] : HELP.all; // hasOwn has checked it

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.clear;
}

function fail(text: string): number {
  say(text);
  return EXIT.failed;
}
