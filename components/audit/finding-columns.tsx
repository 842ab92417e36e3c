import type { Accessor, JSX } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { setupNameIn } from '../../lib/recorders/setups';
import { formatCalendarDay, formatOffset, formatShare } from '../ui/format';
import { IconOf } from '../ui/IconOf';
import type { Column } from '../ui/Table';
import { Capture } from './Capture';
import css from './cells.module.css';
import type { AuditPanelProps } from './props';
import { Selector } from './Selector';
import { channelName, STANDINGS, severityRank, standingOf } from './words';

/** What columns look up in what is told anew is read by their cells, so that no news makes other columns. */
export const maskingColumns = (
  t: Translate,
  setups: Accessor<readonly RecorderState[]>,
  heat: Accessor<AuditPanelProps['heat']> | null,
): Column<Finding>[] => [
  outcomeColumn(t),
  {
    id: 'class',
    title: t('ui.audit.column.class'),
    width: 'minmax(84px, 0.5fr)',
    mono: true,
    cell: ({ pii }) => pii?.class,
    compare: by(({ pii }) => pii?.class ?? ''),
  },
  {
    id: 'selector',
    title: t('ui.audit.column.element'),
    width: 'minmax(120px, 2fr)',
    mono: true,
    tip: ({ target }) => target.selector,
    cell: ({ target }) => <Selector of={target.selector} />,
    compare: by(({ target }) => target.selector),
  },
  {
    id: 'channel',
    title: t('ui.audit.column.channel'),
    hideUnder: 340,
    width: 'minmax(76px, 0.6fr)',
    mono: true,
    tip: channelName,
    cell: (finding) => channelName(finding),
    compare: by(channelName),
  },
  {
    id: 'recorder',
    title: t('ui.audit.column.recorder'),
    width: 'minmax(70px, 0.6fr)',
    hideUnder: 420,
    tip: setupOf(setups),
    cell: setupOf(setups),
    compare: by(setupOf(setups)),
  },
  {
    id: 'capture',
    title: t('ui.audit.column.capture'),
    width: '88px',
    cell: ({ capture }) => <Capture of={capture} />,
    compare: by(({ capture }) => capture ?? ''),
  },
  severityColumn(t),
  {
    id: 'places',
    title: t('ui.audit.column.places'),
    hideUnder: 600,
    width: '54px',
    align: 'end',
    cell: ({ places }) => places,
    compare: (a, b) => a.places - b.places,
  },
  ...(heat === null ? [] : [heatColumn(t, heat)]),
];

/** Findings of consent and of coverage are sentences, not elements. */
export const sentenceColumns = (t: Translate, startedAt: number): Column<Finding>[] => [
  outcomeColumn(t),
  {
    id: 'text',
    title: t('ui.audit.column.finding'),
    width: 'minmax(160px, 1fr)',
    tip: ({ text }) => t(text.id, text.params),
    cell: ({ text }) => t(text.id, text.params),
  },
  {
    id: 'recorder',
    title: t('ui.audit.column.recorder'),
    width: '96px',
    cell: recorderOf,
    compare: by(recorderOf),
  },
  {
    id: 'at',
    title: t('ui.audit.column.at'),
    width: '64px',
    align: 'end',
    cell: ({ at }) => (at === null ? '' : formatOffset(at - startedAt)),
    compare: (a, b) => (a.at ?? 0) - (b.at ?? 0),
  },
  severityColumn(t),
];

/** Where many people click, an exposure is recorded of many. */
function heatColumn(t: Translate, heatOfAll: Accessor<AuditPanelProps['heat']>): Column<Finding> {
  const shareOf = ({ id }: Finding) => heatOfAll()?.of.get(id)?.share ?? -1;
  const said = (finding: Finding): string => {
    const heat = heatOfAll()?.of.get(finding.id);
    if (!heat) return t('ui.audit.heat.unseen');
    const margin = heat.margin === null ? '' : ` ±${formatShare(heat.margin)}`;
    return `${formatShare(heat.share)} %${margin}`;
  };
  return {
    id: 'heat',
    title: t('ui.audit.column.heat'),
    width: '92px',
    align: 'end',
    tip: (finding) => t('ui.audit.heat.tip', [said(finding)]),
    cell: said,
    compare: (a, b) => shareOf(a) - shareOf(b),
  };
}

function outcomeColumn(t: Translate): Column<Finding> {
  return {
    id: 'outcome',
    title: t('ui.audit.column.outcome'),
    titleHidden: true,
    width: '28px',
    tip: (finding) => standingSaid(finding, t),
    cell: (finding) => <Outcome of={finding} word={standingSaid(finding, t)} />,
  };
}

/** How a finding stands; of an exception also whose it is. */
function standingSaid(finding: Finding, t: Translate): string {
  const { exception } = finding;
  if (exception?.void !== null) return t(`ui.audit.standing.${standingOf(finding)}`);
  return t('ui.audit.exceptions.tip', [exception.owner, formatCalendarDay(exception.expires)]);
}

function severityColumn(t: Translate): Column<Finding> {
  return {
    id: 'severity',
    title: t('ui.audit.column.severity'),
    hideUnder: 520,
    width: '66px',
    cell: ({ severity }) => t(`ui.audit.severity.${severity}`),
    compare: (a, b) => severityRank(a.severity) - severityRank(b.severity),
  };
}

function Outcome(props: { of: Finding; word: string }): JSX.Element {
  const face = () => STANDINGS[standingOf(props.of)];
  return (
    <span class={css.outcome} data-tone={face().tone}>
      <IconOf of={face().icon} size={14} />
      <span class="visually-hidden">{props.word}</span>
    </span>
  );
}

const setupOf =
  (setups: Accessor<readonly RecorderState[]>) =>
  ({ recorder, setup }: Finding): string =>
    recorder === null ? '' : setupNameIn(setups(), { recorder, setup });

const recorderOf = ({ recorder }: Finding): string =>
  recorder === null ? '' : recorderName(recorder);

const by = (key: (finding: Finding) => string) => (a: Finding, b: Finding) =>
  key(a).localeCompare(key(b));
