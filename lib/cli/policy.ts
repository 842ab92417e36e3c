import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { ConsentPolicyFileSchema } from '../protocol/consent-policy';
import { type Exception, ExceptionsFileSchema } from '../protocol/exceptions';
import { RecorderIdSchema } from '../protocol/recorders';
import { readJson } from './options';
import { UsageError } from './usage-error';

/** `hushmap.policy.json`: what a team has agreed on, so that nobody has to type it. */
export const PolicySchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal('hushmap-policy'),
  version: v.literal(1),
  /** Recorders that every page is judged by, beside those that are on it. */
  recorders: v.optional(v.array(RecorderIdSchema)),
  /** Path of the exceptions file, from the working directory. */
  exceptions: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  /** How long a clearance holds. */
  clearanceDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
  /** How walks of consent paths are judged: region, thresholds, what the page needs to work. */
  consent: v.optional(ConsentPolicyFileSchema),
});

export type CliPolicy = v.InferOutput<typeof PolicySchema>;

const DEFAULT_FILE = 'hushmap.policy.json';
const DEFAULT_EXCEPTIONS = 'hushmap.exceptions.json';

export const NEW_POLICY: CliPolicy = {
  format: 'hushmap-policy',
  version: 1,
  recorders: [],
  exceptions: DEFAULT_EXCEPTIONS,
  clearanceDays: 30,
};

/** The named policy, else the one of the working directory, else none. @throws UsageError */
export function readPolicy(file: string | null): CliPolicy {
  const path = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : null);
  if (path === null) return { format: 'hushmap-policy', version: 1 };
  return parsed(PolicySchema, path, '--policy');
}

/** The named exceptions, else those of the policy or the working directory. @throws UsageError */
export function readExceptions(file: string | null, policy: CliPolicy): readonly Exception[] {
  const usual = policy.exceptions ?? DEFAULT_EXCEPTIONS;
  const path = file ?? (existsSync(usual) ? usual : null);
  return path === null ? [] : parsed(ExceptionsFileSchema, path, '--exceptions').exceptions;
}

function parsed<S extends v.GenericSchema>(
  schema: S,
  path: string,
  what: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, readJson(path, what));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = issue && v.getDotPath(issue);
  throw new UsageError(
    `${path} (${what}) is not right${where ? ` at ${where}` : ''}: ${issue?.message}`,
  );
}
