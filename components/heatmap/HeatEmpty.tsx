import CalendarRange from 'lucide-solid/icons/calendar-range';
import Database from 'lucide-solid/icons/database';
import Equal from 'lucide-solid/icons/equal-approximately';
import EyeOff from 'lucide-solid/icons/eye-off';
import Flame from 'lucide-solid/icons/flame';
import KeyRound from 'lucide-solid/icons/key-round';
import Layers from 'lucide-solid/icons/layers';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import Lock from 'lucide-solid/icons/lock';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import type { JSX } from 'solid-js';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { Icon } from '../ui/Button';
import { EmptyState, type NextStep } from '../ui/EmptyState';
import { useSay, useTranslate } from '../ui/translate';
import type { SidePanelProps } from './props';
import { countSet } from './read-filters';
import { type EmptyKind, isMendedInWorkspace } from './why-empty';

type HeatEmptyProps = Pick<
  SidePanelProps,
  'onOpenWorkspace' | 'onSettings' | 'onReload' | 'onOff'
> & {
  readonly kind: EmptyKind;
  readonly state: HeatState | null;
};

/** "Why is it empty?": the actual cause, and one next step. */
export function HeatEmpty(props: HeatEmptyProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const sentence = () => {
    const reason = props.state?.reason ?? null;
    if (props.kind === 'off' || props.kind === 'loading' || reason === null) {
      return t(`ui.heat.empty.${props.kind}.sentence`);
    }
    return say(reason);
  };
  return (
    <EmptyState
      kind={props.kind}
      icon={ICONS[props.kind]}
      title={t(`ui.heat.empty.${props.kind}.title`)}
      sentence={sentence()}
      working={props.kind === 'loading'}
      next={nextStep()}
    />
  );

  function nextStep(): NextStep {
    const workspace = (label: string): NextStep => ({ label, onPress: props.onOpenWorkspace });
    const retry: NextStep = {
      label: t('ui.common.retry'),
      icon: RotateCw,
      onPress: props.onReload,
    };
    switch (props.kind) {
      case 'off':
        return { words: <PressKeys /> };
      case 'loading':
        return { label: t('ui.heat.empty.loading.next'), onPress: props.onOff };
      case 'noSource':
        return workspace(t('ui.heat.empty.noSource.next'));
      case 'noPermission':
        return workspace(t('ui.heat.empty.noPermission.next'));
      case 'locked':
        return workspace(t('ui.heat.empty.locked.next'));
      case 'failed':
        return isMendedInWorkspace(props.state) ? workspace(t('ui.common.openWorkspace')) : retry;
      case 'segmentTooSmall':
        return {
          label: t('ui.heat.empty.segmentTooSmall.next'),
          onPress: () => props.onSettings({ filters: NO_FILTERS }),
        };
      case 'tooSimilar':
      case 'tooMany':
        return goBack() ?? otherPeriod();
      default:
        return widen() ?? retry;
    }
  }

  /** What was shown is remembered, so it can always be shown again. */
  function goBack(): NextStep | null {
    const last = props.state?.lastShown ?? null;
    if (last === null || isSameData(last, props.state?.settings ?? null)) return null;
    return { label: t('ui.heat.empty.goBack'), onPress: () => props.onSettings(dataOf(last)) };
  }

  function otherPeriod(): NextStep {
    const days = props.state?.settings.days === USUAL ? LONGER : USUAL;
    return {
      label: t('ui.heat.empty.widenPeriod', [days]),
      onPress: () => props.onSettings({ days }),
    };
  }

  /** All people are more than some; then a longer period holds more; then all widths do; then only time helps. */
  function widen(): NextStep | null {
    const settings = props.state?.settings;
    const kind = props.state?.summary?.provenance.kind;
    // What was saved holds what it holds, whatever is set now.
    if (settings === undefined || kind === 'file' || kind === 'snapshot') return null;
    if (countSet(settings.filters) > 0) {
      return {
        label: t('ui.heat.filters.clear'),
        onPress: () => props.onSettings({ filters: NO_FILTERS }),
      };
    }
    if (settings.days < LONGEST) {
      return {
        label: t('ui.heat.empty.widenPeriod', [LONGEST]),
        onPress: () => props.onSettings({ days: LONGEST }),
      };
    }
    if (settings.band?.min === 0) return null;
    return {
      label: t('ui.heat.empty.allWidths'),
      onPress: () => props.onSettings({ band: { min: 0, max: 10_000 } }),
    };
  }
}

/** Opening the heat takes the person's own key press: that is what lets us onto the page. */
function PressKeys(): JSX.Element {
  const t = useTranslate();
  return (
    <>
      {t('ui.heat.empty.off.next')} <kbd>Alt+Shift+H</kbd>
    </>
  );
}

/** The settings that decide what is asked for. */
function dataOf({ sourceId, days, band, map, by, filters }: HeatSettings): Partial<HeatSettings> {
  return { sourceId, days, band, map, by, filters };
}

const isSameData = (a: HeatSettings, b: HeatSettings | null): boolean =>
  b !== null && JSON.stringify(dataOf(a)) === JSON.stringify(dataOf(b));

const USUAL = 7;
const LONGER = 30;
const LONGEST = 90;

const ICONS: Readonly<Record<EmptyKind, Icon>> = {
  off: Flame,
  loading: LoaderCircle,
  noSource: Database,
  noPermission: KeyRound,
  locked: Lock,
  filteredOut: EyeOff,
  segmentTooSmall: EyeOff,
  tooSimilar: Equal,
  tooMany: Layers,
  leftOut: EyeOff,
  noData: CalendarRange,
  failed: TriangleAlert,
};
