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
import { matchesPattern, suggestPattern } from '../../lib/sources/page-pattern';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import { useTranslate } from '../ui/translate';
import { abilitiesOf } from './chosen-source';
import css from './filters.module.css';
import { cohortsOf, countSet } from './read-filters';

interface FiltersProps {
  readonly state: HeatState;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
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
              <Pattern state={props.state} onSet={set} />
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

interface TypedProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** False: it is not taken, and stays as it was typed. */
  readonly onSet: (value: string) => boolean;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly testId: string;
}

/** A field that asks the source only when it is left, or Enter is pressed. */
function Typed(props: TypedProps): JSX.Element {
  const [typed, setTyped] = createSignal<string | null>(null);
  const settle = (): void => {
    const value = typed();
    const isNew = value !== null && value.trim() !== props.value;
    // Back to what is set is no mistake any more.
    if (!isNew && value !== null) props.onSet(props.value);
    if (!isNew || props.onSet(value.trim()) !== false) setTyped(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <Field
        label={props.label}
        help={props.help}
        value={typed() ?? props.value}
        onChange={setTyped}
        onBlur={settle}
        error={props.error}
        placeholder={props.placeholder}
        mono
        testId={props.testId}
      />
    </form>
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

/** Pages of one template together: the pattern, and whether this page is one of them. */
function Pattern(props: PartProps & { readonly state: HeatState }): JSX.Element {
  const t = useTranslate();
  const page = () => props.state.summary?.provenance.page ?? props.state.page;
  const pattern = () => props.state.settings.filters.pattern;
  const suggested = () => (URL.canParse(page()) ? suggestPattern(page()) : null);
  const fits = () => {
    const wanted = pattern();
    return wanted === null || matchesPattern(page(), wanted);
  };
  return (
    <div class={css.pattern}>
      <Typed
        label={t('ui.heat.filters.pattern')}
        help={t('ui.heat.filters.patternHelp')}
        value={pattern() ?? ''}
        placeholder={suggested() ?? page()}
        error={fits() ? null : t('ui.heat.filters.patternOther')}
        onSet={(typed) => {
          props.onSet({ pattern: typed === '' ? null : typed });
          return true;
        }}
        testId="filter-pattern"
      />
      <Show when={pattern() === null && suggested()}>
        {(one) => (
          <Button kind="quiet" onClick={() => props.onSet({ pattern: one() })}>
            {t('ui.heat.filters.patternUse', [one()])}
          </Button>
        )}
      </Show>
    </div>
  );
}
