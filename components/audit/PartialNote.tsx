import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Show } from 'solid-js';
import { useTranslate } from '../ui/translate';
import css from './audit-panel.module.css';
import type { AuditPanelProps } from './props';

/** A look without a grant misses closed shadow roots, other frames and traffic, and says so. */
export function PartialNote(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.state?.result?.partial}>
      <p class={css.partial} data-testid="audit-partial">
        <TriangleAlert size={13} aria-hidden="true" />
        <span>{t('ui.audit.partial')}</span>
      </p>
    </Show>
  );
}
