import FileDown from 'lucide-solid/icons/file-down';
import FileUp from 'lucide-solid/icons/file-up';
import ShieldOff from 'lucide-solid/icons/shield-off';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Message } from '../../lib/core/message';
import { isExpired, matchesPattern } from '../../lib/gate/exceptions';
import type { Exception } from '../../lib/protocol/exceptions';
import { Badge } from '../ui/Badge';
import { Button, IconButton } from '../ui/Button';
import { ById } from '../ui/ById';
import { EmptyState } from '../ui/EmptyState';
import { formatCalendarDay } from '../ui/format';
import { createNow } from '../ui/now';
import { createOneAtATime } from '../ui/one-at-a-time';
import { useToast } from '../ui/Toast';
import { Text, useSay, useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import { recorderOfException } from './exception-draft';
import type { AuditPanelProps } from './props';

type ViewProps = Pick<
  AuditPanelProps,
  'exceptions' | 'onExcept' | 'onUnexcept' | 'onImportExceptions' | 'onDownloadExceptions'
> & {
  /** Redacted address of the page. */
  readonly url: string;
};

/** All that the team has accepted, on whatever page; what has expired is shown as such. */
export function ExceptionsView(props: ViewProps): JSX.Element {
  const t = useTranslate();
  const [failed, setFailed] = createSignal<Message | null>(null);
  return (
    <div class={css.evidence} data-testid="exceptions">
      <section class={css.section}>
        <header>
          <h2>{t('ui.audit.tab.exceptions')}</h2>
          <span class={css.soft}>{t('ui.audit.exceptions.lead')}</span>
          <ImportButton {...props} onFailed={setFailed} />
          <Button
            icon={FileDown}
            disabled={!props.exceptions?.length}
            onClick={() => props.onDownloadExceptions(props.exceptions ?? [])}
          >
            {t('ui.audit.exceptions.download')}
          </Button>
        </header>
        <Show when={failed()}>
          {(sentence) => (
            <p class={css.problem} role="alert">
              <Text of={sentence()} />
            </p>
          )}
        </Show>
        <Switch>
          <Match when={props.exceptions === null}>
            <p class={css.soft} role="status">
              {t('ui.audit.exceptions.reading')}
            </p>
          </Match>
          <Match when={props.exceptions?.length === 0}>
            <EmptyState
              kind="noExceptions"
              icon={ShieldOff}
              title={t('ui.audit.exceptions.none.title')}
              sentence={t('ui.audit.exceptions.none.sentence')}
              next={{ words: t('ui.audit.exceptions.none.next') }}
            />
          </Match>
          <Match when={props.exceptions}>
            {(exceptions) => <List {...props} exceptions={exceptions()} />}
          </Match>
        </Switch>
      </section>
    </div>
  );
}

function ImportButton(
  props: ViewProps & { readonly onFailed: (said: Message | null) => void },
): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const tell = useToast();
  let field: HTMLInputElement | undefined;
  const open = async (file: File): Promise<void> => {
    const { ok, said } = await props.onImportExceptions(file);
    props.onFailed(ok ? null : said);
    if (ok) tell({ text: say(said) });
  };
  return (
    <>
      <Button
        icon={FileUp}
        title={t('ui.audit.exceptions.importHint')}
        onClick={() => field?.click()}
      >
        {t('ui.audit.exceptions.import')}
      </Button>
      <input
        ref={field}
        hidden
        type="file"
        accept=".json,application/json"
        data-testid="exceptions-file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void open(file);
          // The same file may be opened again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function List(props: ViewProps & { readonly exceptions: readonly Exception[] }): JSX.Element {
  const t = useTranslate();
  const now = createNow();
  return (
    <ul class={css.exceptions} aria-label={t('ui.audit.exceptions.table')}>
      <ById each={props.exceptions} idOf={(of) => `${fieldOf(of)}\n${of.page}`}>
        {(of) => <Kept {...props} of={of()} now={now()} />}
      </ById>
    </ul>
  );
}

function Kept(props: ViewProps & { readonly of: Exception; readonly now: number }): JSX.Element {
  const t = useTranslate();
  const tell = useToast();
  const [, begin] = createOneAtATime();
  const remove = async (exception: Exception): Promise<void> => {
    if (!(await props.onUnexcept(exception))) return;
    tell({ text: t('ui.audit.exceptions.removed'), undo: () => void props.onExcept(exception) });
  };
  return (
    <li data-testid="exception-kept">
      <header>
        <State of={props.of} url={props.url} now={props.now} />
        <span class={css.words}>
          {t('ui.audit.exceptions.by', [props.of.owner, formatCalendarDay(props.of.expires)])}{' '}
          <Show when={props.of.approvedBy}>
            {(name) => t('ui.audit.exceptions.second', [name()])}
          </Show>
        </span>
        <IconButton
          icon={Trash}
          label={t('ui.audit.exceptions.remove')}
          onClick={() => begin(() => remove(props.of))}
        />
      </header>
      <p class={css.words}>{props.of.reason}</p>
      <code>{fieldOf(props.of)}</code>
      <code>{props.of.page}</code>
    </li>
  );
}

function State(props: {
  readonly of: Exception;
  readonly url: string;
  readonly now: number;
}): JSX.Element {
  const t = useTranslate();
  const key = () => {
    if (isExpired(props.of, props.now)) return 'expired';
    return matchesPattern(props.of.page, props.url) ? 'fits' : 'holds';
  };
  return (
    <Badge tone={key() === 'expired' ? 'unknown' : 'clear'}>
      {t(`ui.audit.exceptions.${key()}`)}
    </Badge>
  );
}

const fieldOf = (exception: Exception): string => {
  const { template, channel, class: pii } = exception.field;
  const parts = [exception.rule, template, channel, pii, recorderOfException(exception)];
  return parts.filter(Boolean).join(' · ');
};
