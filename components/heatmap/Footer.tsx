import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet';
import FileText from 'lucide-solid/icons/file-text';
import ImageDown from 'lucide-solid/icons/image-down';
import { type JSX, Show } from 'solid-js';
import type { HeatState } from '../../lib/protocol/heat';
import { Button } from '../ui/Button';
import { formatCount, formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { editionOf } from './map-edition';
import { SaveSnapshot, type SaveSnapshotProps } from './SaveSnapshot';
import css from './side-panel.module.css';

interface FooterProps {
  readonly state: HeatState;
  readonly onSavePng: (() => void) | undefined;
  readonly snapshot?: SaveSnapshotProps | undefined;
  readonly onSaveReport: (() => void) | undefined;
  readonly onExportCsv: (() => void) | undefined;
}

/** What all shown shares are shares of, and the ways out. */
export function Footer(props: FooterProps): JSX.Element {
  const t = useTranslate();
  /** Sample data says nothing, and a snapshot is saved already. */
  const canSave = () => {
    const kind = props.state.summary?.provenance.kind;
    return kind !== undefined && kind !== 'sample' && kind !== 'snapshot';
  };
  /** What the count is a count of. */
  const counted = () => {
    const summary = props.state.summary;
    if ((summary?.bands ?? null) !== null) return 'people';
    return summary?.map === 'move' ? 'moves' : 'clicks';
  };
  const count = () => props.state.summary?.count ?? 0;
  return (
    <footer class={css.footer}>
      <p>
        {t(`ui.heat.footer.total.${counted()}`, [count(), formatCount(count())])}
        <Show when={props.state.unplaced > 0}>
          {' '}
          {t('ui.heat.footer.unplaced', [formatShare(props.state.unplaced)])}
        </Show>
      </p>
      <Show when={canSave() && props.snapshot}>
        {(snapshot) => <SaveSnapshot {...snapshot()} edition={editionOf(props.state.summary)} />}
      </Show>
      <Show when={props.onSavePng}>
        {(save) => (
          <Button kind="quiet" icon={ImageDown} onClick={() => save()()}>
            {t('ui.heat.footer.png')}
          </Button>
        )}
      </Show>
      <Show when={props.onSaveReport}>
        {(save) => (
          <Button kind="quiet" icon={FileText} onClick={() => save()()}>
            {t('ui.heat.footer.report')}
          </Button>
        )}
      </Show>
      <Show when={props.onExportCsv}>
        {(save) => (
          <Button kind="quiet" icon={FileSpreadsheet} onClick={() => save()()}>
            {t('ui.heat.footer.csv')}
          </Button>
        )}
      </Show>
    </footer>
  );
}
