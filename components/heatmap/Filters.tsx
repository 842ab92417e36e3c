import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import {
  DEVICES,
  FILTER_KINDS,
  type FilterKind,
  type HeatFilters,
  NO_FILTERS,
} from '../../lib/protocol/heat-kinds';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import { useTranslate } from '../ui/translate';
import { abilitiesOf } from './chosen-source';
import css from './filters.module.css';
import { Pattern } from './patterns/Pattern';
import type { PagesProps } from './patterns/props';
import { cohortsOf, countSet } from './read-filters';
import { Typed } from './Typed';

interface FiltersProps {
  readonly state: HeatState;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
  readonly pages?: PagesProps | undefined;
}

/** Whose clicks count, as far as the source can tell; what it cannot tell stands there in words. */
export function Filters(props: FiltersProps): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = createSignal(false);
  const known = () => abilitiesOf(props.state)?.filters ?? [];
  const filters = () => props.state.settings.filters;
  const set = (part: Partial<HeatFilters>) =>
    props.onSettings({ filters: { ...filters(), ...part } });
  const can = (kind: FilterKind): boolean => known().includes(kind);
  const cannot = () => FILTER_KINDS.filter((kind) => kind !== 'band' && !can(kind));
  return (
    <Show when={abilitiesOf(props.state) !== null}>
      <div class={css.filters}>
        <button
          type="button"
          class={css.head}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
          data-testid="heat-filters"
        >
          <ChevronRight size={13} aria-hidden="true" data-open={open() || undefined} />
          {countSet(filters()) === 0
            ? t('ui.heat.filters.none')
            : t('ui.heat.filters.some', [countSet(filters())])}
        </button>
        <Show when={open()}>
          <div class={css.fields}>
            <Show when={can('device')}>
              <Select
                label={t('ui.heat.filters.device')}
                options={DEVICES.map((device) => ({
                  value: device,
                  label: t(`ui.heat.filters.devices.${device}`),
                }))}
                value={filters().device}
                onChange={(device) => set({ device })}
                testId="filter-device"
              />
            </Show>
            <Show when={can('testAccounts')}>
              <Switch
                label={t('ui.heat.filters.testAccounts')}
                help={t('ui.heat.filters.testAccountsHelp')}
                checked={filters().withoutTestAccounts}
                onChange={(withoutTestAccounts) => set({ withoutTestAccounts })}
                testId="filter-test-accounts"
              />
            </Show>
            <Show when={can('noise')}>
              <Switch
                label={t('ui.heat.filters.noise')}
                help={t('ui.heat.filters.noiseHelp')}
                checked={filters().withoutNoise}
                onChange={(withoutNoise) => set({ withoutNoise })}
                testId="filter-noise"
              />
            </Show>
            <Show when={can('cohorts')}>
              <Cohorts filters={filters()} onSet={set} />
            </Show>
            <Show when={can('segment')}>
              <Typed
                label={t('ui.heat.filters.segment')}
                help={t('ui.heat.filters.segmentHelp')}
                value={filters().segment}
                onSet={(segment) => {
                  set({ segment });
                  return true;
                }}
                testId="filter-segment"
              />
            </Show>
            <Show when={can('pattern')}>
              <Pattern state={props.state} pages={props.pages} onSet={set} />
            </Show>
            <Show when={countSet(filters()) > 0}>
              <Button kind="quiet" onClick={() => props.onSettings({ filters: NO_FILTERS })}>
                {t('ui.heat.filters.clear')}
              </Button>
            </Show>
            <Show when={cannot().length > 0}>
              <p class={css.cannot}>
                {t('ui.heat.filters.cannot')}{' '}
                <For each={cannot()}>
                  {(kind, i) => (
                    <>
                      {i() > 0 && ', '}
                      {t(`ui.heat.filters.names.${kind}`)}
                    </>
                  )}
                </For>
              </p>
            </Show>
          </div>
        </Show>
      </div>
    </Show>
  );
}

interface PartProps {
  readonly onSet: (part: Partial<HeatFilters>) => void;
}

function Cohorts(props: PartProps & { readonly filters: HeatFilters }): JSX.Element {
  const t = useTranslate();
  const [wrong, setWrong] = createSignal(false);
  return (
    <Typed
      label={t('ui.heat.filters.cohorts')}
      help={t('ui.heat.filters.cohortsHelp')}
      value={props.filters.cohorts.join(', ')}
      error={wrong() ? t('ui.heat.filters.cohortsWrong') : null}
      onSet={(typed) => {
        const cohorts = cohortsOf(typed);
        setWrong(cohorts === null);
        if (cohorts === null) return false;
        if (cohorts.join() !== props.filters.cohorts.join()) props.onSet({ cohorts });
        return true;
      }}
      testId="filter-cohorts"
    />
  );
}
