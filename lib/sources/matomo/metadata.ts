import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { Ask } from './ask';

const Figure = v.union([
  v.pipe(v.number(), v.finite(), v.minValue(0)),
  v.pipe(v.string(), v.regex(/^\d{1,10}(?:\.\d{1,6})?$/), v.transform(Number)),
]);
const NumbersSchema = v.record(v.string(), v.unknown());

/**
 * Lower edge of what was seen before any scrolling, share of the page's height, 0 to 1: the mean over
 * the devices that were asked for, each by its page views. Null where Matomo does not tell: the map
 * is of use without it.
 */
export async function askFold(
  ask: Ask,
  params: Readonly<Record<string, string>>,
  devices: readonly string[],
): Promise<number | null> {
  let numbers: Record<string, unknown>;
  try {
    numbers = await askNumbers(ask, params);
  } catch (cause) {
    if (cause instanceof HushmapError && MAY_FAIL.includes(cause.code)) return null;
    throw cause;
  }
  let views = 0;
  let sum = 0;
  for (const device of devices) {
    const samples = v.safeParse(Figure, numbers[`nb_samples_device_${device}`]);
    const fold = v.safeParse(Figure, numbers[`avg_fold_device_${device}`]);
    if (!samples.success || !fold.success || fold.output > 100) continue;
    views += samples.output;
    sum += samples.output * fold.output;
  }
  return views > 0 ? sum / views / 100 : null;
}

/** An object, or, as Matomo wraps tables, a list that holds it. */
async function askNumbers(
  ask: Ask,
  params: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const rows: unknown[] = [];
  const rest = await ask('HeatmapSessionRecording.getRecordedHeatmapMetadata', params, (more) => {
    rows.push(...more.slice(0, 1));
    return false;
  });
  const parsed = v.safeParse(NumbersSchema, rows[0] ?? rest);
  return parsed.success ? parsed.output : {};
}

const MAY_FAIL = ['matomo.refused', 'source.forbidden', 'source.notFound', 'source.failed'];
