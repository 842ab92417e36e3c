import * as v from 'valibot';
import { CountSchema } from './common';
import { GoalSchema, MeasuresSchema, MeasuresStateSchema } from './measures';
import { entry } from './message-entry';

const tab = { tabId: CountSchema };

/** Our pages → background: what is known of elements beside their heat. */
export const MEASURE_MESSAGES = {
  'measures.state': entry('extension', v.object(tab), MeasuresStateSchema),
  /** A file was read by the page that it was dropped on. */
  'measures.put': entry(
    'extension',
    v.object({ ...tab, measures: MeasuresSchema }),
    MeasuresStateSchema,
  ),
  'measures.ask': entry('extension', v.object({ ...tab, goal: GoalSchema }), MeasuresStateSchema),
  'measures.clear': entry('extension', v.object(tab), MeasuresStateSchema),
} as const;
