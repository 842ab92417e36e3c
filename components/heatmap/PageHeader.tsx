import Bookmark from 'lucide-solid/icons/bookmark';
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark';
import Power from 'lucide-solid/icons/power';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Settings from 'lucide-solid/icons/settings-2';
import { type JSX, Show } from 'solid-js';
import { sourceLabel } from '../../lib/report/source-label';
import { IconButton } from '../ui/Button';
import { shortUrl } from '../ui/format';
import { useTranslate } from '../ui/translate';
import type { SidePanelProps } from './props';
import css from './side-panel.module.css';

interface PageHeaderProps extends SidePanelProps {
  readonly onViews: (() => void) | undefined;
  readonly onHelp: () => void;
}

/** The page of the tab, and whose data lies on it: never one without the other. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const t = useTranslate();
  const origin = () => props.state?.summary?.provenance ?? null;
  const isOn = () => props.state?.on === true;
  return (
    <header class={css.header}>
      <div class={css.titles}>
        <h1 class={css.page} title={props.state?.page}>
          {shortUrl(props.state?.page ?? '') || t('extension.name')}
        </h1>
        <Show when={origin()}>
          {(data) => (
            <p class={css.data} data-testid="heat-data-page" title={data().page}>
              {t('ui.heat.dataOf', [shortUrl(data().page), sourceLabel(data(), t)])}
            </p>
          )}
        </Show>
      </div>
      <div class={css.tools}>
        <Show when={isOn()}>
          <IconButton
            icon={RotateCw}
            label={t('ui.heat.reload')}
            disabled={props.busy}
            onClick={() => props.onReload()}
          />
        </Show>
        <Show when={isOn() && props.onViews}>
          {(open) => (
            <IconButton icon={Bookmark} label={t('ui.heat.views.title')} onClick={() => open()()} />
          )}
        </Show>
        <IconButton
          icon={CircleQuestionMark}
          label={t('ui.heat.help')}
          onClick={() => props.onHelp()}
        />
        <IconButton
          icon={Settings}
          label={t('ui.common.openWorkspace')}
          onClick={() => props.onOpenWorkspace()}
        />
        <Show when={isOn()}>
          <IconButton icon={Power} label={t('ui.heat.turnOff')} onClick={() => props.onOff()} />
        </Show>
      </div>
    </header>
  );
}
