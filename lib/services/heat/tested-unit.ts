import type { Unit } from '../../protocol/heat-kinds';
import type { StoredMap } from './ports';

/**
 * What a test of this map may take as one trial. Numbers that a file has rounded are off by more than
 * chance, so that such a map is as one of clicks: it is shown, and nothing is called different.
 */
export const testedUnit = (map: StoredMap): Unit =>
  isRounded(map) ? 'clicks' : map.summary.provenance.unit;

/** Whether a map's numbers were rounded before it was read. */
export const isRounded = ({ summary: { provenance } }: Pick<StoredMap, 'summary'>): boolean =>
  provenance.remarks.some(({ id }) => id === 'source.note.rounded');
