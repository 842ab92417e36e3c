import Lock from 'lucide-solid/icons/lock';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, type JSX, Show } from 'solid-js';
import type { RecorderId } from '../../../lib/protocol/recorders';
import { recorderName } from '../../../lib/recorders/names';
import { Button } from '../../ui/Button';
import { formatMoment } from '../../ui/format';
import { Strip } from '../../ui/Strip';
import { useSay, useTranslate } from '../../ui/translate';
import type { HoldProps } from './props';

interface NoteProps extends HoldProps {
  /** The page's verdict is clear. */
  readonly clear: boolean;
}

/** While a site is held: what is blocked, and whether it still is. */
export function HoldNote(props: NoteProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const site = () => props.hold?.plan?.site ?? '';
  const named = (ids: readonly RecorderId[]) =>
    ids.length > MOST_NAMED
      ? t('ui.audit.hold.many', [ids.length])
      : ids.map(recorderName).join(', ');
  const isWhole = () => props.hold?.status === 'on' && props.hold.unheld.length === 0;
  const sentence = createMemo(() => {
    const { hold } = props;
    if (hold === null || hold.since === null) return '';
    if (hold.status === 'broken') {
      return t('ui.audit.hold.broken', [site(), hold.missing.map(say).join(' ')]);
    }
    const held = t('ui.audit.hold.on', [site(), formatMoment(hold.since), named(hold.held)]);
    if (hold.unheld.length > 0) {
      return `${held} ${t('ui.audit.hold.unheld', [named(hold.unheld)])}`;
    }
    return props.clear ? `${held} ${t('ui.audit.hold.clear')}` : held;
  });
  return (
    <Show when={props.hold?.status === 'on' || props.hold?.status === 'broken'}>
      <Strip
        tone={isWhole() ? 'ours' : 'blocks'}
        icon={isWhole() ? Lock : TriangleAlert}
        testId="hold-note"
        actions={
          <>
            <Show when={!isWhole()}>
              <Button onClick={() => props.onHold(isEveryone(props.hold?.held ?? []))}>
                {t('ui.audit.hold.again')}
              </Button>
            </Show>
            <Button onClick={() => props.onRelease()}>{t('ui.audit.hold.release')}</Button>
          </>
        }
      >
        {sentence()}
      </Strip>
    </Show>
  );

  /** A hold of all recorders stays one of all. */
  function isEveryone(held: readonly RecorderId[]): boolean {
    return held.length === props.hold?.wholePlan?.recorders.length;
  }
}

const MOST_NAMED = 4;
