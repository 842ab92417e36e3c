import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { ProofList, ProofTarget } from '../../../lib/protocol/proof';
import { unprovableKeys } from '../../../lib/prove/fields';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { type Column, Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import { LimitList } from '../LimitList';
import { Selector } from '../Selector';
import css from './proof.module.css';
import type { ProofProps } from './props';

/** Every place that would be touched, and what happens around it, before anything is. */
export function ChooseView(props: ProofProps & { readonly list: ProofList }): JSX.Element {
  const t = useTranslate();
  const unprovable = createMemo(() => unprovableKeys(props.list.targets));
  const provable = createMemo(() => props.list.targets.filter(({ key }) => !unprovable().has(key)));
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(
    new Set(
      provable()
        .filter(({ leftOut }) => leftOut === null)
        .map(({ key }) => key),
    ),
  );
  const choose = (key: string, on: boolean): void => {
    const next = new Set(chosen());
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const columns = createMemo(() =>
    columnsOf(t, { isChosen: (key) => chosen().has(key), unprovable: unprovable(), choose }),
  );
  return (
    <Show when={props.list.targets.length > 0} fallback={<Nothing {...props} />}>
      <div class={css.proof} data-testid="proof-choose">
        <div class={css.bar}>
          <p>
            <strong>{t('ui.audit.prove.choose.lead', [provable().length])}</strong>{' '}
            <Show when={props.list.more > 0}>
              {t('ui.audit.prove.choose.more', [props.list.more])}
            </Show>
          </p>
          <span class={css.actions}>
            <Button onClick={() => props.onCancelProof()}>
              {t('ui.audit.prove.choose.cancel')}
            </Button>
            <Button
              kind="primary"
              disabled={chosen().size === 0}
              onClick={() => props.onProve([...chosen()])}
              data-testid="proof-plant"
            >
              {t('ui.audit.prove.choose.plant', [chosen().size])}
            </Button>
          </span>
        </div>
        <section
          class={css.limits}
          tabindex="0"
          aria-label={t('ui.audit.prove.choose.touches.title')}
        >
          <LimitList limits={touches(props.list, t).map((said) => ({ said, unknown: false }))} />
        </section>
        <div class={css.table}>
          <Table<ProofTarget>
            label={t('ui.audit.prove.choose.table')}
            columns={columns()}
            rows={props.list.targets}
            idOf={({ key }) => key}
            rowHeight={22}
            onOpen={({ key }) => unprovable().has(key) || choose(key, !chosen().has(key))}
            testId="proof-targets"
          />
        </div>
      </div>
    </Show>
  );
}

function Nothing(props: ProofProps): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="none"
      icon={SearchX}
      title={t('ui.audit.prove.none.title')}
      sentence={t('ui.audit.prove.none.sentence')}
      next={{ label: t('ui.audit.prove.choose.cancel'), onPress: () => props.onCancelProof() }}
    >
      <p class={css.second}>{t('ui.audit.prove.none.next')}</p>
    </EmptyState>
  );
}

function touches({ open }: ProofList, t: Translate): string[] {
  return [
    t('ui.audit.prove.choose.touches.typed'),
    `${t('ui.audit.prove.choose.touches.submits')} ${
      open.length > 0
        ? t('ui.audit.prove.choose.touches.writes', [open.join(', ')])
        : t('ui.audit.prove.choose.touches.writesAll')
    }`,
    t('ui.audit.prove.choose.touches.open'),
    t('ui.audit.prove.choose.touches.stays'),
  ];
}

interface Choice {
  readonly isChosen: (key: string) => boolean;
  readonly unprovable: ReadonlySet<string>;
  readonly choose: (key: string, on: boolean) => void;
}

const columnsOf = (
  t: Translate,
  { isChosen, unprovable, choose }: Choice,
): Column<ProofTarget>[] => [
  {
    id: 'chosen',
    title: t('ui.audit.prove.choose.column.chosen'),
    titleHidden: true,
    width: '26px',
    cell: ({ key, selector }) => (
      <input
        type="checkbox"
        aria-label={t('ui.audit.prove.choose.choose', [selector])}
        checked={isChosen(key)}
        disabled={unprovable.has(key)}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => choose(key, event.currentTarget.checked)}
      />
    ),
  },
  {
    id: 'place',
    title: t('ui.audit.prove.choose.column.place'),
    width: 'minmax(120px, 2fr)',
    mono: true,
    tip: ({ selector }) => selector,
    cell: ({ selector }) => <Selector of={selector} />,
    compare: (a, b) => a.selector.localeCompare(b.selector),
  },
  {
    id: 'class',
    title: t('ui.audit.column.class'),
    width: 'minmax(84px, 0.6fr)',
    mono: true,
    cell: ({ pii }) => pii ?? '',
    compare: (a, b) => (a.pii ?? '').localeCompare(b.pii ?? ''),
  },
  {
    id: 'kind',
    title: t('ui.audit.prove.choose.column.kind'),
    width: 'minmax(60px, 0.4fr)',
    hideUnder: 420,
    cell: ({ kind }) => t(`ui.audit.prove.choose.kind.${kind}`),
    compare: (a, b) => a.kind.localeCompare(b.kind),
  },
  {
    id: 'note',
    title: t('ui.audit.prove.choose.column.note'),
    width: 'minmax(110px, 1.2fr)',
    tip: (target) => noteOf(target, unprovable, t),
    cell: (target) => noteOf(target, unprovable, t),
    compare: (a, b) => noteOf(a, unprovable, t).localeCompare(noteOf(b, unprovable, t)),
  },
];

function noteOf(
  { key, leftOut, kind, filled }: ProofTarget,
  unprovable: ReadonlySet<string>,
  t: Translate,
): string {
  if (unprovable.has(key)) return t('ui.audit.prove.choose.note.unprovable');
  if (leftOut === 'one-time-code') return t('ui.audit.prove.choose.note.oneTimeCode');
  if (leftOut !== null) return t(`ui.audit.prove.choose.note.${leftOut}`);
  return kind === 'field' && filled ? t('ui.audit.prove.choose.note.filled') : '';
}
