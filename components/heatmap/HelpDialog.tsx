import type { JSX } from 'solid-js';
import { Button } from '../ui/Button';
import { KeysDialog } from '../ui/Dialog';
import { useTranslate } from '../ui/translate';
import css from './side-panel.module.css';

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Shows the tour again. */
  readonly onTour: () => void;
}

/** The keys, and the tour for whoever wants it again. */
export function HelpDialog(props: HelpDialogProps): JSX.Element {
  const t = useTranslate();
  return (
    <KeysDialog
      open={props.open}
      onClose={() => props.onClose()}
      keys={[
        { key: '↑ ↓', does: t('ui.heat.keys.move') },
        { key: 'Enter', does: t('ui.heat.keys.open') },
        { key: 'Home / End', does: t('ui.common.keys.ends') },
        { key: '/', does: t('ui.common.keys.filter') },
        { key: 'Alt+Shift', does: t('ui.heat.keys.seeThrough') },
        { key: 'Alt+Shift+H', does: t('ui.heat.keys.toggle') },
        { key: '↑ ↓', does: t('ui.heat.keys.widen') },
        { key: 'Enter / Esc', does: t('ui.heat.keys.take') },
        { key: '?', does: t('ui.common.keys.help') },
      ]}
    >
      <p class={css.again}>
        <Button
          onClick={() => {
            props.onClose();
            props.onTour();
          }}
        >
          {t('ui.heat.tour.again')}
        </Button>
      </p>
    </KeysDialog>
  );
}
