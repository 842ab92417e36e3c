import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, HeatSettingsSchema } from '../protocol/heat';
import { type Policy, PolicySchema } from '../protocol/sources';

const HEAT = 'preferences:heat:1';

/**
 * How heat was looked at last, for tabs to come: its map, days, filters and colours. Not its source, widths
 * and peak, which are chosen per page, nor a pattern of pages, which may be about somebody.
 */
export async function readHeatPreferences(): Promise<HeatSettings> {
  const stored = (await browser.storage.local.get(HEAT))[HEAT];
  const parsed = v.safeParse(HeatSettingsSchema, stored);
  if (!parsed.success) return DEFAULT_HEAT_SETTINGS;
  const settings = forTabsToCome(parsed.output);
  // Earlier versions kept the pattern.
  if (parsed.output.filters.pattern !== null) await writeHeatPreferences(settings);
  return settings;
}

export async function writeHeatPreferences(settings: HeatSettings): Promise<void> {
  await browser.storage.local.set({ [HEAT]: forTabsToCome(settings) });
}

const forTabsToCome = (settings: HeatSettings): HeatSettings => ({
  ...settings,
  filters: { ...settings.filters, pattern: null },
  sourceId: null,
  band: null,
  peak: null,
});

const TOUR = 'preferences:tour:1';

/** Whether the tour was shown in this browser; it is shown by itself once. */
export const readTourSeen = async (): Promise<boolean> =>
  (await browser.storage.local.get(TOUR))[TOUR] === true;

export const writeTourSeen = (): Promise<void> => browser.storage.local.set({ [TOUR]: true });

/**
 * What the organisation's administrator set. A policy that cannot be understood closes everything
 * it might have closed, since it can only tighten.
 */
export async function readPolicy(): Promise<Policy> {
  const stored = await readManaged();
  if (stored === null) return {};
  const parsed = v.safeParse(PolicySchema, stored);
  return parsed.success ? parsed.output : { allowedOrigins: [], featuresOff: ['heat', 'audit'] };
}

async function readManaged(): Promise<unknown> {
  try {
    const stored = await browser.storage.managed.get(null);
    return Object.keys(stored).length > 0 ? stored : null;
  } catch {
    // Firefox refuses to read managed storage where no administrator has set any.
    return null;
  }
}
