import CircleAlert from 'lucide-solid/icons/circle-alert';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import Equal from 'lucide-solid/icons/equal';
import GitCompareArrows from 'lucide-solid/icons/git-compare-arrows';
import { type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { HeatState, MapSummary } from '../../../lib/protocol/heat';
import type { HeatComparison } from '../../../lib/protocol/heat-comparison';
import { compareLabel } from '../../../lib/report/compare-label';
import { largestDifference, verdictOf } from '../../../lib/report/compare-verdict';
import { sourceLabel } from '../../../lib/report/source-label';
import { formatCount, formatDay, formatShare } from '../../ui/format';
import { IconOf } from '../../ui/IconOf';
import { Text, useTranslate } from '../../ui/translate';
import { NoteList } from '../lists/NoteList';
import css from './compare.module.css';
import { DifferenceLegend } from './DifferenceLegend';

interface CompareResultProps {
  readonly state: HeatState;
  readonly comparison: HeatComparison;
}

const ICONS = {
  loading: CircleDashed,
  refused: CircleAlert,
  failed: CircleAlert,
  untested: CircleAlert,
  none: Equal,
  some: GitCompareArrows,
} as const;

/** What was found, in words and before any table; and where both sides come from. */
export function CompareResult(props: CompareResultProps): JSX.Element {
  const t = useTranslate();
  const verdict = () => verdictOf(props.comparison, t);
  const setting = () => props.state.settings.compare;
  const shown = () => (props.comparison.status === 'shown' ? props.comparison : null);
  const most = () => largestDifference(props.comparison);
  return (
    <section class={css.result} data-kind={verdict().kind}>
      <div class={css.verdict} role="status" aria-live="polite" data-testid="compare-verdict">
        <IconOf of={ICONS[verdict().kind]} size={14} />
        <p>
          <strong>{verdict().answer}</strong>{' '}
          <Show when={props.comparison.reason} fallback={verdict().about}>
            {(reason) => <Text of={reason()} />}
          </Show>
        </p>
      </div>
      <Show when={shown()}>
        {(now) => (
          <>
            <Show when={setting()?.view === 'difference' && verdict().kind === 'some' && setting()}>
              {(set) => <DifferenceLegend palette={set().palette} most={most()} />}
            </Show>
            <dl class={css.sides}>
              <Side side="a" summary={props.state.summary} />
              <Side side="b" summary={now().b} what={compareLabel(now().with, props.state, t)} />
            </dl>
            <Show when={now().places}>
              {(places) => (
                <p class={css.help}>
                  {t('ui.heat.compare.verdict.covered', [
                    formatCount(places().compared),
                    formatShare(places().coveredA),
                    formatShare(places().coveredB),
                    formatCount(places().left),
                  ])}
                </p>
              )}
            </Show>
            <Show when={now().bands}>
              {(bands) => (
                <p class={css.help}>
                  {t('ui.heat.compare.bands.covered', [bands().rows.length, bands().left])}
                </p>
              )}
            </Show>
            <NoteList notes={now().notes} />
          </>
        )}
      </Show>
    </section>
  );
}

interface SideProps {
  readonly side: 'a' | 'b';
  readonly summary: MapSummary | null;
  /** What was chosen for it. */
  readonly what?: string;
}

function Side(props: SideProps): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.summary}>
      {(summary) => (
        <div class={css.oneSide} data-testid={`compare-${props.side}`}>
          <dt>{t(`ui.heat.compare.side.${props.side}`)}</dt>
          <dd>
            <Show when={props.what}>{(what) => <strong>{what()} </strong>}</Show>
            {t('ui.heat.compare.side.about', [
              sideSaid(summary(), t),
              formatCount(summary().count),
              t(`heat.picture.unit.${counted(summary())}`),
            ])}
          </dd>
        </div>
      )}
    </Show>
  );
}

/** The number of a map of bands is that of who saw the page; that of all others, of clicks. */
const counted = ({ bands, provenance }: MapSummary) =>
  bands === null ? ('clicks' as const) : provenance.unit;

function sideSaid({ provenance }: MapSummary, t: Translate): string {
  const { from, to, page } = provenance;
  const where = `${sourceLabel(provenance, t)}, ${page.replace(/^https?:\/\//, '')}`;
  return t('ui.heat.compare.side.said', [where, formatDay(from), formatDay(to)]);
}
