import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Show } from 'solid-js';
import { Strip } from '../ui/Strip';
import { useTranslate } from '../ui/translate';
import type { AuditPanelProps } from './props';

/** A look without a grant misses closed shadow roots, other frames and traffic, and says so. */
export function PartialNote(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.state?.result?.partial}>
      <Strip tone="person" icon={TriangleAlert} testId="audit-partial">
        {t('ui.audit.partial')}
      </Strip>
    </Show>
  );
}
