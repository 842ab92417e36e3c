import type { MatrixCell, MatrixRecorder } from '../../lib/consent/walk-matrix';
import type { Translate } from '../../lib/core/message';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { Obstacle } from '../../lib/protocol/walk/scenarios';
import { recorderName } from '../../lib/recorders/names';
import { formatCount, formatOffset } from '../ui/format';
import { MARK_KEYS, OBSTACLE_KEYS } from './words';

/** A cell, of all recorders or of one. */
export interface Seen {
  readonly mark: MatrixCell['mark'];
  /** Few words beside the icon. */
  readonly word: string;
  /** Why the mark is what it is. */
  readonly reasons: readonly string[];
}

export function seenIn(
  cell: MatrixCell,
  only: RecorderId | null,
  obstacle: Obstacle | null,
  t: Translate,
): Seen {
  if (cell.mark === 'not-walked') {
    const reason = t(`ui.audit.walk.obstacle.${OBSTACLE_KEYS[obstacle ?? 'interrupted']}`);
    return { mark: 'not-walked', word: t('ui.audit.walk.mark.notWalked'), reasons: [reason] };
  }
  const recorders = cell.recorders.filter(({ recorder }) => only === null || recorder === only);
  const mark = only === null ? cell.mark : (recorders[0]?.mark ?? 'unknown');
  const guilty = recorders.filter((each) => each.mark === mark);
  const word =
    mark === 'fail' && only === null && guilty.length > 0
      ? guilty.map(({ recorder }) => recorderName(recorder)).join(', ')
      : t(`ui.audit.walk.mark.${MARK_KEYS[mark]}`);
  const others =
    only === null && (mark === 'review' || mark === 'fail') && cell.others.length > 0
      ? [t('ui.audit.walk.did.others', [cell.others.join(', ')])]
      : [];
  return { mark, word, reasons: [...recorders.map((each) => didSaid(each, t)), ...others] };
}

/** What one recorder did in a step: `PostHog sent 3 recordings, the first 0.4 s after …`. */
export function didSaid({ recorder, did, ingests, first }: MatrixRecorder, t: Translate): string {
  const name = recorderName(recorder);
  const at = first === null ? '' : formatOffset(Math.max(0, first));
  if (did === 'ingest')
    return t('ui.audit.walk.did.ingest', [ingests, name, formatCount(ingests), at]);
  if (did === 'none' || did === 'loaded') return t(`ui.audit.walk.did.${did}`, [name]);
  return t(`ui.audit.walk.did.${did}`, [name, at]);
}
