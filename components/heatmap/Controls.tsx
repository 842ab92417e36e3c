import { createMemo, type JSX, Show } from 'solid-js';
import { type HeatSettings, type HeatState, PALETTES } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import { sourceLabel } from '../../lib/report/source-label';
import { Checkbox } from '../ui/Checkbox';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import { Slider } from '../ui/Slider';
import { useTranslate } from '../ui/translate';
import { BANDS, bandKey, bandOf } from './bands';
import { sourceIdOf } from './chosen-source';
import css from './controls.module.css';
import { Filters } from './Filters';
import { MapSelect } from './MapSelect';
import { OpenFile } from './OpenFile';
import type { PagesProps } from './patterns/props';
import { Scale } from './Scale';

interface ControlsProps {
  readonly state: HeatState;
  /** What the map is compared with, and what was found. */
  readonly comparison?: HeatComparison | null | undefined;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
  readonly onOpenFile: (file: File) => void;
  readonly pages?: PagesProps | undefined;
  /** There is heat: how it is drawn can be chosen, too. */
  readonly drawing: boolean;
}

export function Controls(props: ControlsProps): JSX.Element {
  return (
    <div class={css.controls}>
      <DataControls {...props} />
      <Show when={props.drawing}>
        <DrawingControls {...props} />
      </Show>
    </div>
  );
}

const PERIODS = [1, 7, 14, 30, 90];

function DataControls(props: ControlsProps): JSX.Element {
  const t = useTranslate();
  const settings = () => props.state.settings;
  const isLive = () => {
    const kind = props.state.summary?.provenance.kind;
    return kind !== 'file' && kind !== 'snapshot';
  };
  const sources = () => {
    const known = props.state.sources.map((s) => ({ value: s.id, label: sourceLabel(s, t) }));
    return known.length > 0 ? known : [{ value: 'none', label: t('ui.heat.source.none') }];
  };
  const source = () => sourceIdOf(props.state) ?? '';
  const periods = () => {
    const days = new Set([...PERIODS, settings().days]);
    return [...days]
      .sort((a, b) => a - b)
      .map((n) => ({
        value: String(n),
        label: t('ui.heat.period.days', [n]),
        hint: n > 1 ? t('ui.heat.period.hint') : undefined,
      }));
  };
  const widths = createMemo(() => {
    const around = props.state.summary?.provenance.viewportWidth;
    return BANDS.map(({ key, band }) => ({
      value: key as string,
      label:
        key === 'near' && around !== undefined
          ? t('ui.heat.width.nearPx', [Math.round(around)])
          : t(`ui.heat.width.${key}`),
      hint: t(`ui.heat.width.${key}Hint`, band === null ? [] : [band.min, band.max]),
    })).concat(
      bandKey(settings().band) === 'own'
        ? [{ value: 'own', label: ownWidth(), hint: t('ui.heat.width.own') }]
        : [],
    );
  });
  const ownWidth = () =>
    t('ui.heat.width.range', [settings().band?.min ?? 0, settings().band?.max ?? 0]);

  return (
    <>
      <div class={css.row} data-fields="source">
        <Select
          label={t('ui.heat.source.label')}
          labelHidden
          options={sources()}
          value={props.state.sources.length > 0 ? source() : 'none'}
          onChange={(sourceId) => props.onSettings({ sourceId })}
          disabled={props.state.sources.length === 0}
          testId="heat-source"
        />
        <OpenFile onFile={(file) => props.onOpenFile(file)} />
      </div>
      <div class={css.row} data-fields="asked">
        <MapSelect state={props.state} onSettings={(part) => props.onSettings(part)} />
        <Select
          label={t('ui.heat.period.label')}
          labelHidden
          options={periods()}
          value={String(settings().days)}
          onChange={(days) => props.onSettings({ days: Number(days) })}
          disabled={!isLive()}
          testId="heat-period"
        />
        <Select
          label={t('ui.heat.width.label')}
          labelHidden
          options={widths()}
          value={bandKey(settings().band)}
          onChange={(key) => props.onSettings({ band: bandOf(key, settings().band) })}
          disabled={!isLive()}
          testId="heat-width"
        />
      </div>
      <Filters
        state={props.state}
        onSettings={(part) => props.onSettings(part)}
        pages={props.pages}
      />
    </>
  );
}

function DrawingControls(props: ControlsProps): JSX.Element {
  const t = useTranslate();
  const settings = () => props.state.settings;
  /** Bands have no peak to set, and one style; a difference has its own colours. */
  const isBands = () => (props.state.summary?.bands ?? null) !== null;
  const isDifference = () => settings().compare?.view === 'difference';
  return (
    <fieldset class={css.drawing}>
      <legend class="visually-hidden">{t('ui.heat.drawing')}</legend>
      <Show when={!isBands() && !isDifference()}>
        <Scale
          state={props.state}
          comparison={props.comparison ?? null}
          onSettings={(part) => props.onSettings(part)}
        />
      </Show>
      <div class={css.row}>
        <Show when={!isBands() && !isDifference()}>
          <Segmented
            label={t('ui.heat.style.label')}
            options={[
              { value: 'density', label: t('ui.heat.style.density') },
              { value: 'classic', label: t('ui.heat.style.classic') },
            ]}
            value={settings().style}
            onChange={(style) => props.onSettings({ style })}
            testId="heat-style"
          />
        </Show>
        <Show when={!isDifference()}>
          <Select
            label={t('ui.heat.palette.label')}
            labelHidden
            options={PALETTES.map((name) => ({
              value: name,
              label: t(`ui.heat.palette.${name}`),
              hint: t(`ui.heat.palette.${name}Hint`),
            }))}
            value={settings().palette}
            onChange={(palette) => props.onSettings({ palette })}
            testId="heat-palette"
          />
        </Show>
      </div>
      <Slider
        label={t('ui.heat.opacity')}
        value={Math.round(settings().opacity * 100)}
        min={0}
        max={100}
        step={1}
        unit="%"
        onChange={(percent) => props.onSettings({ opacity: percent / 100 })}
        testId="heat-opacity"
      />
      <div class={css.row} data-fields="checks">
        <Checkbox
          label={t('ui.heat.hover')}
          checked={settings().hover}
          onChange={(hover) => props.onSettings({ hover })}
          testId="heat-hover"
        />
        <Show when={!isBands()}>
          <Checkbox
            label={t('ui.heat.ranks')}
            checked={settings().ranks}
            onChange={(ranks) => props.onSettings({ ranks })}
            testId="heat-ranks"
          />
        </Show>
      </div>
    </fieldset>
  );
}
