import CircleAlert from 'lucide-solid/icons/circle-alert';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import { type JSX, Match, Switch } from 'solid-js';
import { EmptyState } from '../../ui/EmptyState';
import { useTranslate } from '../../ui/translate';
import type { AutopsyProps } from '../props';
import workspace from '../workspace.module.css';
import { AutopsyReport } from './AutopsyReport';
import { ChooseRecordings } from './ChooseRecordings';

/** What recordings hold already: files in, classes and places out. */
export function Autopsy(props: AutopsyProps): JSX.Element {
  const t = useTranslate();
  const reading = () => (props.state.at === 'reading' ? props.state : null);
  const report = () => (props.state.at === 'report' ? props.state.report : null);
  return (
    <>
      <header class={workspace.head}>
        <div>
          <h1>{t('ui.workspace.autopsy.title')}</h1>
          <p class={workspace.lead}>{t('ui.workspace.autopsy.lead')}</p>
        </div>
      </header>
      <Switch>
        <Match when={props.state.at === 'empty'}>
          <ChooseRecordings onRead={props.onRead} />
        </Match>
        <Match when={reading()}>
          {(at) => (
            <EmptyState
              kind="reading"
              icon={LoaderCircle}
              working
              title={t('ui.workspace.autopsy.readingTitle', [at().done + 1, at().total])}
              sentence={t('ui.workspace.autopsy.reading')}
              next={{ label: t('ui.workspace.autopsy.stop'), onPress: props.onStop }}
            />
          )}
        </Match>
        <Match when={props.state.at === 'failed'}>
          <EmptyState
            kind="failed"
            icon={CircleAlert}
            title={t('ui.workspace.autopsy.failedTitle')}
            sentence={t('ui.workspace.autopsy.failed')}
            next={{ label: t('ui.workspace.autopsy.again'), onPress: props.onStop }}
          />
        </Match>
        <Match when={report()}>{(of) => <AutopsyReport {...props} report={of()} />}</Match>
      </Switch>
    </>
  );
}
