import { parseArgs } from 'node:util';

export interface EvalOptions {
  readonly gold: readonly string[];
  readonly out: string;
  readonly details: boolean;
}

/** `--gold FILE[,FILE] --out PRED`; ends the process with a sentence where one is missing. */
export function readOptions(command: string): EvalOptions {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string' },
      out: { type: 'string' },
      details: { type: 'boolean', default: false },
    },
  });
  if (!values.gold || !values.out) {
    console.error(`Usage: npm run ${command} -- --gold FILE[,FILE] --out PRED [--details]`);
    process.exit(2);
  }
  return { gold: values.gold.split(','), out: values.out, details: values.details };
}
