import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { type JSX, Show } from 'solid-js';
import type { Capture as CaptureKind } from '../../lib/protocol/recorders';
import { IconOf } from '../ui/IconOf';
import { useTranslate } from '../ui/translate';
import css from './cells.module.css';
import { CAPTURE_KEYS, CAPTURE_TONES } from './words';

/** What a recorder would take, as a word with its colour and icon. */
export function Capture(props: { of: CaptureKind | null }): JSX.Element {
  const t = useTranslate();
  const icon = (kind: CaptureKind) =>
    kind === 'plain' ? Eye : kind === 'unknown' ? CircleHelp : EyeOff;
  return (
    <Show when={props.of}>
      {(kind) => (
        <span class={css.capture} data-tone={CAPTURE_TONES[kind()]}>
          <IconOf of={icon(kind())} size={12} />
          {t(`ui.audit.capture.${CAPTURE_KEYS[kind()]}`)}
        </span>
      )}
    </Show>
  );
}
