import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, HeatSettingsSchema } from '../protocol/heat';
import { type Policy, PolicySchema } from '../protocol/sources';

const HEAT = 'preferences:heat:1';

/** The look of the heat that was last chosen, for tabs to come. Its source is chosen per page. */
export async function readHeatPreferences(): Promise<HeatSettings> {
  const stored = (await browser.storage.local.get(HEAT))[HEAT];
  const parsed = v.safeParse(HeatSettingsSchema, stored);
  return parsed.success ? parsed.output : DEFAULT_HEAT_SETTINGS;
}

export async function writeHeatPreferences(settings: HeatSettings): Promise<void> {
  const kept: HeatSettings = { ...settings, sourceId: null, band: null, peak: null };
  await browser.storage.local.set({ [HEAT]: kept });
}

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
