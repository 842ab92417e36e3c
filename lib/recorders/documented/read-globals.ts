import type { GlobalsReader } from '../read-page';
import { get, versionIn } from '../read-page';

/** Whether one of a recorder's globals is there, and the version that it tells of itself. */
export const readNames =
  (...names: readonly string[]): GlobalsReader =>
  (page) => {
    const found = names.map((name) => get(page, name)).filter((value) => value != null);
    if (found.length === 0) return null;
    const versions = found.flatMap((value) => [get(value, 'version'), get(value, 'VERSION')]);
    return { present: true, version: versionIn(...versions) };
  };
