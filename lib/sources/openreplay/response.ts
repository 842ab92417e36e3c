import * as v from 'valibot';
import { HushmapError } from '../../core/errors';

/** A number, or null for one that was not a number on its way (NaN, Infinity). */
const Figure = v.nullable(v.number());
const PointsSchema = v.array(v.object({ normalizedX: Figure, normalizedY: Figure }));

/** Older servers write null where there are no clicks. */
const EnvelopeSchema = v.object({ data: v.nullable(v.array(v.unknown())) });

/** Single clicks, percent of the page's width and height. Another form refuses the whole answer. */
export function readPoints(
  rows: readonly unknown[],
  first: number,
  host: string,
): v.InferOutput<typeof PointsSchema> {
  const parsed = v.safeParse(PointsSchema, rows, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [index, field] = (v.getDotPath(parsed.issues[0]) ?? '0').split('.');
  const place = `data.${first + Number(index)}`;
  throw new HushmapError('source.badShape', [host, field ? `${place}.${field}` : place]);
}

export function checkEnvelope(envelope: unknown, host: string): void {
  if (!v.is(EnvelopeSchema, envelope)) throw new HushmapError('source.badShape', [host, 'data']);
}
