import Keyboard from 'lucide-solid/icons/keyboard';
import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { HeatState, RankedElement } from '../../lib/protocol/heat';
import { IconButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { formatCount, formatShare } from '../ui/format';
import { SearchField } from '../ui/SearchField';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './elements.module.css';

interface ElementsProps {
  readonly state: HeatState;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
  readonly onKeys: () => void;
  readonly filterRef: (input: HTMLInputElement) => void;
}

interface Row {
  readonly rank: number;
  readonly element: RankedElement;
}

/** Elements by clicks: the picture in words, for everyone who cannot or would rather not look. */
export function Elements(props: ElementsProps): JSX.Element {
  const t = useTranslate();
  const [filter, setFilter] = createSignal('');
  const all = createMemo<Row[]>(() =>
    props.state.elements.map((element, i) => ({ rank: i + 1, element })),
  );
  const rows = createMemo(() => {
    const wanted = filter().trim().toLowerCase();
    if (wanted === '') return all();
    return all().filter(({ element }) =>
      `${element.label} ${element.role}`.toLowerCase().includes(wanted),
    );
  });
  const most = () => props.state.elements[0]?.share ?? 1;

  return (
    <section class={css.elements} aria-label={t('ui.heat.elements.title')}>
      <div class={css.head}>
        <h2>{t('ui.heat.elements.title')}</h2>
        <span class={css.total}>{formatCount(all().length)}</span>
        <SearchField
          label={t('ui.heat.elements.filter')}
          value={filter()}
          onChange={setFilter}
          ref={props.filterRef}
          testId="heat-filter"
        />
        <IconButton
          icon={Keyboard}
          label={t('ui.common.keys.title')}
          onClick={() => props.onKeys()}
        />
      </div>
      <Table
        label={t('ui.heat.elements.table')}
        columns={columns(t, most)}
        rows={rows()}
        idOf={({ element }) => element.ref}
        rowHeight={28}
        onHover={(row) => props.onHighlight(row?.element.ref ?? null)}
        onClick={({ element }) => props.onScrollTo(element.ref)}
        onOpen={({ element }) => props.onScrollTo(element.ref)}
        headHidden
        testId="heat-elements"
      >
        <Show when={filter() !== ''} fallback={<Counting />}>
          <EmptyState
            kind="noMatch"
            icon={SearchX}
            title={t('ui.heat.elements.noMatchTitle')}
            sentence={t('ui.heat.elements.noMatch', [filter(), all().length])}
            next={{ label: t('ui.common.clearFilter'), onPress: () => setFilter('') }}
          />
        </Show>
      </Table>
    </section>
  );
}

function Counting(): JSX.Element {
  const t = useTranslate();
  return <p class={css.counting}>{t('ui.heat.elements.none')}</p>;
}

const columns = (t: Translate, most: () => number): Column<Row>[] => [
  {
    id: 'rank',
    title: t('ui.heat.elements.rank'),
    width: '30px',
    align: 'end',
    cell: ({ rank }) => <span class={css.rank}>{rank}</span>,
  },
  {
    id: 'label',
    title: t('ui.heat.elements.element'),
    width: 'minmax(0, 1fr)',
    tip: ({ element }) => `${element.label} (${element.role})`,
    cell: ({ element }) => (
      <>
        <span class={css.bar} style={{ width: `${(element.share / most()) * 100}%` }} />
        <span class={css.label}>{element.label}</span> <span class={css.role}>{element.role}</span>
      </>
    ),
  },
  {
    id: 'share',
    title: t('ui.heat.elements.share'),
    width: '88px',
    align: 'end',
    tip: ({ element }) => aboutShare(element, t),
    cell: ({ element }) => (
      <>
        {t('ui.heat.elements.percent', [formatShare(element.share)])}{' '}
        <span class={css.margin}>
          {element.margin === null
            ? t('ui.heat.elements.marginUnknown')
            : t('ui.heat.elements.margin', [formatShare(element.margin)])}
        </span>
      </>
    ),
  },
  {
    id: 'count',
    title: t('ui.heat.elements.clicks'),
    width: '62px',
    align: 'end',
    tip: ({ element }) => t('ui.heat.elements.rounded', [formatCount(element.count)]),
    cell: ({ element }) => formatCount(element.count),
  },
];

function aboutShare({ share, margin }: RankedElement, t: Translate): string {
  if (margin === null) return t('ui.heat.elements.shareUnsure', [formatShare(share)]);
  const from = formatShare(Math.max(0, share - margin));
  const to = formatShare(Math.min(1, share + margin));
  return t('ui.heat.elements.shareAbout', [formatShare(share), from, to]);
}
