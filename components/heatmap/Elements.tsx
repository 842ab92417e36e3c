import Keyboard from 'lucide-solid/icons/keyboard';
import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';
import type { Translate } from '../../lib/core/message';
import type { HeatState, RankedElement } from '../../lib/protocol/heat';
import type { MeasuresAbout, MeasuresState } from '../../lib/protocol/measures';
import { IconButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { formatCount, formatShare } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './elements.module.css';
import { isMeant, TableTop } from './lists/TableTop';
import { ElementOrder } from './measures/ElementOrder';
import { FigureList } from './measures/FigureList';
import { type ElementRow, elementRows, type Sort, sortedBy, sortsOf } from './measures/rows';
import { pinColumn } from './pins/pin-column';
import type { Pinnable } from './pins/props';

interface ElementsProps {
  readonly state: HeatState;
  /** Web Vitals and conversion, on a second line. */
  readonly measures?: MeasuresState | null | undefined;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
  /** Writes a note on it. */
  readonly onPin?: ((element: Pinnable) => void) | undefined;
  readonly onKeys: () => void;
  readonly filterRef: (input: HTMLInputElement) => void;
}

/** Elements by clicks: the picture in words, for everyone who cannot or would rather not look. */
export function Elements(props: ElementsProps): JSX.Element {
  const t = useTranslate();
  const [filter, setFilter] = createSignal('');
  const [sort, setSort] = createSignal<Sort>('clicks');
  // A row that says the same stays the same: the focus, or a press under way, may be inside.
  const all = createMemo<readonly ElementRow[]>(
    (before) => keepEqual(before, elementRows(props.state, props.measures ?? null)),
    [],
  );
  const sorts = createMemo(() => sortsOf(all()));
  const about = createMemo(() =>
    all().some(({ figures }) => figures) ? (props.measures?.about ?? null) : null,
  );
  const rows = createMemo(() => {
    const sorted = sortedBy(all(), sorts().includes(sort()) ? sort() : 'clicks');
    return sorted.filter(({ element }) => isMeant(filter(), element));
  });
  const most = () => props.state.elements[0]?.share ?? 1;

  return (
    <section class={css.elements} aria-label={t('ui.heat.elements.title')}>
      <TableTop
        title={t('ui.heat.elements.title')}
        total={all().length}
        filter={filter()}
        onFilter={setFilter}
        filterRef={props.filterRef}
      >
        <IconButton
          icon={Keyboard}
          label={t('ui.common.keys.title')}
          onClick={() => props.onKeys()}
        />
      </TableTop>
      <Show when={sorts().length > 1}>
        <ElementOrder sorts={sorts()} value={sort()} onChange={setSort} />
      </Show>
      <Table
        label={t('ui.heat.elements.table')}
        columns={[
          ...columns(t, most),
          ...pinColumn(t, ({ element }: ElementRow) => element, props.onPin),
        ]}
        rows={rows()}
        idOf={({ element }) => element.ref}
        rowHeight={about() === null ? 28 : 28 + BELOW}
        below={belowOf(about())}
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

/** Two short lines: where there is little room, figures wrap. */
const BELOW = 36;

const belowOf = (about: MeasuresAbout | null) =>
  about === null
    ? undefined
    : {
        height: BELOW,
        cell: ({ figures }: ElementRow) =>
          figures === null ? null : <FigureList figures={figures} of={about} />,
      };

function Counting(): JSX.Element {
  const t = useTranslate();
  return <p class={css.counting}>{t('ui.heat.elements.none')}</p>;
}

const columns = (t: Translate, most: () => number): Column<ElementRow>[] => [
  {
    id: 'rank',
    title: t('ui.heat.elements.rank'),
    width: '30px',
    align: 'end',
    cell: ({ rank }) => <span class={css.rank}>{rank ?? '–'}</span>,
  },
  {
    id: 'label',
    title: t('ui.heat.elements.element'),
    width: 'minmax(0, 1fr)',
    tip: ({ element }) =>
      element.label === ''
        ? t('ui.heat.elements.unnamedAbout', [element.role])
        : `${element.label} (${element.role})`,
    cell: ({ element }) => (
      <>
        <span class={css.bar} style={{ width: `${(element.share / most()) * 100}%` }} />
        <Show
          when={element.label !== ''}
          fallback={
            <span class={css.label}>
              <span class={css.role}>{t('ui.heat.elements.unnamed', [element.role])}</span>
            </span>
          }
        >
          <bdi class={css.label}>{element.label}</bdi> <span class={css.role}>{element.role}</span>
        </Show>
      </>
    ),
  },
  {
    id: 'share',
    title: t('ui.heat.elements.share'),
    width: '88px',
    align: 'end',
    tip: ({ rank, element }) => (rank === null ? '' : aboutShare(element, t)),
    cell: ({ rank, element }) =>
      rank === null ? (
        <span class={css.margin}>{t('ui.heat.measures.noClicks')}</span>
      ) : (
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
    tip: ({ rank, element }) =>
      rank === null ? '' : t('ui.heat.elements.rounded', [formatCount(element.count)]),
    cell: ({ rank, element }) => (rank === null ? '–' : formatCount(element.count)),
  },
];

function aboutShare({ share, margin }: RankedElement, t: Translate): string {
  if (margin === null) return t('ui.heat.elements.shareUnsure', [formatShare(share)]);
  const from = formatShare(Math.max(0, share - margin));
  const to = formatShare(Math.min(1, share + margin));
  return t('ui.heat.elements.shareAbout', [formatShare(share), from, to]);
}
