import type { Translate } from '../core/message';
import type { HeatState } from '../protocol/heat';

/** A source's name: what it was called when it was set up, or what it is where nobody named it. */
export function sourceLabel(
  source: {
    readonly kind: HeatState['sources'][number]['kind'];
    readonly name?: string;
    readonly sourceName?: string;
  },
  t: Translate,
): string {
  if (source.kind === 'sample') return t('ui.heat.source.sample');
  const name = source.name ?? source.sourceName ?? '';
  if (source.kind === 'file') {
    return name === '' || name === 'file' ? t('ui.heat.source.file') : name;
  }
  return name;
}
