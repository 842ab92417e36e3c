import type { Device } from '../protocol/heat-kinds';
import type { HeatQuery } from '../protocol/sources';
import { type Widths, wholeWidths } from './widths';

/**
 * The widths to ask for, whole CSS px, where a source knows no devices but the viewport's width. A
 * device narrows the band; where none of the band is of that device, the device's own widths count:
 * who asks for phones at a desk means phones, not nothing.
 */
export function widthsOf({ band, filters }: Pick<HeatQuery, 'band' | 'filters'>): Widths {
  const asked = wholeWidths(band);
  if (filters.device === 'all') return asked;
  const device = DEVICE_WIDTHS[filters.device];
  const min = Math.max(asked.min, device.min);
  const max = Math.min(asked.max, device.max);
  return min <= max ? { min, max } : device;
}

/** The bands of the side panel: 600 and 1024 px are where its phones and its tablets end. */
const DEVICE_WIDTHS: Readonly<Record<Exclude<Device, 'all'>, Widths>> = {
  mobile: { min: 0, max: 599 },
  tablet: { min: 600, max: 1023 },
  desktop: { min: 1024, max: 10_000 },
};
