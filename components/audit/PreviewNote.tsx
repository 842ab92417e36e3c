import LoaderCircle from 'lucide-solid/icons/loader-circle';
import WandSparkles from 'lucide-solid/icons/wand-sparkles';
import { type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { Button } from '../ui/Button';
import { Strip } from '../ui/Strip';
import { useTranslate } from '../ui/translate';
import { marksSaid, optionsSaid, suggestedSaid } from './preview-words';
import type { AuditPanelProps } from './props';

interface PreviewNoteProps extends Pick<AuditPanelProps, 'state' | 'onPreview'> {
  readonly result: AuditResult;
}

/** While fixes are tried out: exposure removed, and what it costs; by marks, and by options in mind. */
export function PreviewNote(props: PreviewNoteProps): JSX.Element {
  const t = useTranslate();
  const setups = () => props.result.recorders;
  const undo = (elements: number) =>
    t(elements === 0 ? 'ui.audit.preview.close' : 'ui.audit.preview.undo');
  return (
    <Show when={props.state?.preview}>
      {(preview) => (
        <Strip
          tone="ours"
          icon={preview().shown ? WandSparkles : LoaderCircle}
          testId="preview-note"
          actions={
            <Button onClick={() => props.onPreview(false)}>
              {undo(preview().shown?.elements ?? 1)}
            </Button>
          }
        >
          <Show when={preview().shown} fallback={t('ui.audit.preview.trying')}>
            {(shown) => (
              <>
                <Show when={shown().elements > 0 || !shown().options}>
                  <strong>{t('ui.audit.preview.title', [shown().elements])}</strong>{' '}
                  {marksSaid(shown(), setups(), t)}{' '}
                </Show>
                <Show when={shown().options}>
                  {(options) => (
                    <>
                      <strong>
                        {t('ui.audit.preview.options.title', [
                          suggestedSaid(options(), setups(), t),
                        ])}
                      </strong>{' '}
                      {optionsSaid(options(), setups(), t)}{' '}
                    </>
                  )}
                </Show>
                <Show when={shown().notTried > 0}>
                  {t('ui.audit.preview.notTried', [shown().notTried])}{' '}
                </Show>
                {t('ui.audit.preview.verdict')}
              </>
            )}
          </Show>
        </Strip>
      )}
    </Show>
  );
}
