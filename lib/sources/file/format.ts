import * as v from 'valibot';
import { DaySchema, FiniteSchema, WebUrlSchema } from '../../protocol/common';
import { isCount, isPosition } from '../limits';

/** The open format that any back end can be exported to; documented in `docs/heat-file.md`. */
export const HEAT_FORMAT = 'hushmap-heat';
export const HEAT_VERSION = 1;

/** Edge of a cell that names none, CSS px. */
export const DEFAULT_SIZE = 16;

/** A million cells with every field written out take 70 to 80 MB. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** All but the cells and the two fields that say what file it is. Unknown fields are ignored. */
export const HeatFileHeaderSchema = v.pipe(
  v.object({
    page: WebUrlSchema,
    map: v.literal('click'),
    viewportWidth: v.pipe(FiniteSchema, v.minValue(1), v.maxValue(100_000)),
    from: DaySchema,
    to: DaySchema,
    cells: v.array(v.unknown()),
  }),
  v.forward(
    v.check(({ from, to }) => from <= to),
    ['to'],
  ),
);

const Position = v.pipe(
  v.number(),
  v.check((value) => isPosition(value)),
);
const Count = v.pipe(
  v.number(),
  v.check((value) => isCount(value)),
);

const CellEntries = {
  x: Position,
  y: Position,
  size: v.nullish(v.pipe(v.number(), v.gtValue(0), v.maxValue(10_000)), DEFAULT_SIZE),
  count: Count,
  fixed: v.nullish(v.boolean(), false),
};

/** A cell of a source that knows people. */
export const PeopleCellSchema = v.object({ ...CellEntries, people: Count });

/** A cell of a source that knows sessions and no people. */
export const SessionsCellSchema = v.object({ ...CellEntries, sessions: Count });
