import { run } from './run';

process.exitCode = await run(process.argv.slice(2));
// A browser that does not close must not keep the process.
process.stdout.write('', () => process.exit());
