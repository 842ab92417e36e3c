import * as v from 'valibot';

/** The rows that have the form they should have. Damaged ones are left where they are, unused. */
export function parseRows<S extends v.GenericSchema>(
  schema: S,
  rows: readonly unknown[],
): v.InferOutput<S>[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

/** A row, or null where there is none of the right form. */
export function parseRow<S extends v.GenericSchema>(
  schema: S,
  row: unknown,
): v.InferOutput<S> | null {
  const parsed = v.safeParse(schema, row);
  return parsed.success ? parsed.output : null;
}
