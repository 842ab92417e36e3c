import type { Zones } from '../protocol/zones';

/** What the section is called that heat is limited to: by its name, else its role; undefined: none. */
export function areaName({ limit, list }: Zones): string | undefined {
  const area = list.find(({ ref }) => ref === limit);
  return area && (area.label === '' ? area.role : area.label);
}
